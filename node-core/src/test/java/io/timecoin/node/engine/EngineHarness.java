package io.timecoin.node.engine;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteSignatures;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisLimits;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.UtxoState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One engine of seven, spoken to as its peers and wallets would: tests read as conversations. The
 * six other masternodes are keys in the test's hand.
 */
final class EngineHarness {
  static final ClientId WALLET = new ClientId(1);
  static final Amount COIN = Amount.ofTime(10);
  private static final int NODES = 7;
  private static final long START_MS = 1_700_000_000_000L;

  final List<SigningKey> masternodes = new ArrayList<>();
  final SigningKey owner = key(100);
  final SigningKey stranger = key(101);
  final Genesis genesis;
  final List<OutPoint> coins;
  final List<JournalRecord> journal = new ArrayList<>();
  long nowMs = START_MS;
  MasternodeEngine engine;
  private Turn turn;

  EngineHarness() {
    this(new GenesisLimits(50, 20));
  }

  EngineHarness(GenesisLimits limits) {
    List<Masternode> members = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      SigningKey key = key(i + 1);
      masternodes.add(key);
      members.add(new Masternode("node-" + i, key.publicKey(), address(key)));
    }
    List<TxOutput> outputs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      outputs.add(new TxOutput(COIN, address(owner)));
    }
    genesis =
        new Genesis(
            "test",
            Network.DEVNET,
            START_MS / 1000,
            outputs,
            new MasternodeSet(members),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Amount.ZERO,
            Genesis.DEFAULT_MIN_FEE,
            Amount.ofTime(10_000),
            limits);
    coins = genesis.coinbase().outPoints();
    engine = newEngine();
    turn = newTurn();
  }

  private static SigningKey key(int fill) {
    byte[] secret = new byte[SigningKey.SECRET_BYTES];
    Arrays.fill(secret, (byte) fill);
    return SigningKey.of(secret);
  }

  static Address address(SigningKey key) {
    return Hashes.addressOf(Network.DEVNET.addressVersion(), key.publicKey());
  }

  private MasternodeEngine newEngine() {
    return new MasternodeEngine(
        new EngineConfig(genesis, masternodes.getFirst().publicKey(), "node-0", "test", 7));
  }

  private Turn newTurn() {
    return new Turn(engine, masternodes.getFirst(), genesis.hash());
  }

  /** kill -9 and start again with what was durable. */
  void restart() {
    engine = newEngine();
    journal.forEach(engine::restore);
    turn = newTurn();
  }

  /** One turn; what it wants durable is. */
  List<Action> on(EngineEvent... events) {
    Turn.Result result = turn.run(List.of(events), nowMs);
    journal.addAll(result.records());
    return result.sends();
  }

  List<NetworkMessage> wallet(NetworkMessage message) {
    return toWallet(on(new EngineEvent.FromClient(WALLET, message)));
  }

  static List<NetworkMessage> toWallet(List<Action> actions) {
    return actions.stream()
        .filter(Action.ToClient.class::isInstance)
        .map(a -> ((Action.ToClient) a).message())
        .toList();
  }

  /** All six others connect. */
  void connectAll() {
    for (int i = 1; i < NODES; i++) {
      on(new EngineEvent.PeerConnected(peer(i), masternodes.get(i).publicKey()));
    }
  }

  static PeerId peer(int masternode) {
    return new PeerId(masternode);
  }

  Transaction spend(OutPoint coin, Amount value) {
    return spend(coin, value, owner, 0);
  }

  Transaction spend(OutPoint coin, Amount value, SigningKey key, long laterSeconds) {
    return TransactionSigner.sign(
        genesis.hash(),
        List.of(new TransactionSigner.Spend(coin, key)),
        List.of(new TxOutput(value, address(owner))),
        nowMs / 1000 + laterSeconds);
  }

  /** Spends these coins whole. */
  Transaction spend(List<OutPoint> coinsSpent) {
    Amount value = Amount.ofUnits(COIN.units() * coinsSpent.size());
    return TransactionSigner.sign(
        genesis.hash(),
        coinsSpent.stream().map(c -> new TransactionSigner.Spend(c, owner)).toList(),
        List.of(new TxOutput(lessFee(value), address(owner))),
        nowMs / 1000);
  }

  static Amount lessFee(Amount amount) {
    return amount.minus(Genesis.DEFAULT_MIN_FEE);
  }

  NetworkMessage.TransactionBroadcast broadcast(Transaction transaction) {
    return new NetworkMessage.TransactionBroadcast(transaction, "r");
  }

  SignedVote vote(int masternode, Txid txid, VotePhase phase) {
    return vote(masternode, txid, phase, Decision.APPROVE);
  }

  SignedVote vote(int masternode, Txid txid, VotePhase phase, Decision decision) {
    return VoteSignatures.sign(
            masternodes.get(masternode),
            genesis.hash(),
            List.of(new VoteStatement(txid, phase, decision)))
        .getFirst();
  }

  /** Those masternodes' votes arrive, each from its voter. */
  List<Action> votes(Txid txid, VotePhase phase, int... voters) {
    List<Action> actions = new ArrayList<>();
    for (int voter : voters) {
      actions.addAll(peerSays(voter, vote(voter, txid, phase)));
    }
    return actions;
  }

  List<Action> peerSays(int masternode, SignedVote... votes) {
    return on(
        new EngineEvent.FromPeer(
            peer(masternode), new NetworkMessage.InstantFinalityVote(List.of(votes), List.of())));
  }

  VoteCertificate.Finality certificate(Txid txid, int... voters) {
    return new VoteCertificate.Finality(
        txid, Arrays.stream(voters).mapToObj(v -> vote(v, txid, VotePhase.COMMIT)).toList());
  }

  /** Makes it final with the votes of masternodes 1 to 4 and this one's. */
  void finish(Txid txid) {
    votes(txid, VotePhase.PREPARE, 1, 2, 3, 4);
    votes(txid, VotePhase.COMMIT, 1, 2, 3, 4);
  }

  UtxoState state(OutPoint outPoint) {
    return engine.utxo(outPoint).orElseThrow().state();
  }
}
