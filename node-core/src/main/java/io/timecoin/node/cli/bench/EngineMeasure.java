package io.timecoin.node.cli.bench;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.Action;
import io.timecoin.node.engine.ClientId;
import io.timecoin.node.engine.EngineConfig;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.MasternodeEngine;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.finality.SignedVote;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * The engine alone, one thread, no disk and no network: payments with the votes of six peers, all
 * signed and verified beforehand, and wallets that all watch the payer. Counted are the states the
 * inputs walk through.
 */
final class EngineMeasure implements Measure {
  private static final int NODES = 7;
  private static final int ROUNDS = 5;
  private static final long START_MS = 1_700_000_100_000L;

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public List<Figure> run(boolean quick, Consumer<String> progress) {
    int payments = quick ? 400 : 2_000;
    progress.accept("signing " + payments + " payments and their votes");
    Script script = Script.of(payments);
    long transitions = transitions(script);
    List<Figure> figures = new ArrayList<>();
    for (int subscriptions : new int[] {0, 100, 1_000}) {
      seconds(script, subscriptions); // warms up
      double[] rates = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        rates[round] = transitions / seconds(script, subscriptions);
      }
      figures.add(
          Figure.rate(
              "engine_transitions_" + subscriptions + "_subscriptions", "1/s", null, rates));
    }
    return figures;
  }

  /** What happens to the engine, prepared. */
  private record Script(Genesis genesis, List<SigningKey> keys, List<EngineEvent> events) {
    static Script of(int payments) {
      List<SigningKey> keys = new ArrayList<>();
      List<Masternode> members = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        byte[] secret = new byte[SigningKey.SECRET_BYTES];
        secret[0] = (byte) (i + 1);
        SigningKey key = SigningKey.of(secret);
        keys.add(key);
        members.add(
            new Masternode(
                "Node " + i,
                key.publicKey(),
                Hashes.addressOf(Network.DEVNET.addressVersion(), key.publicKey())));
      }
      TxOutput coin = new TxOutput(Amount.ofTime(1), members.getFirst().rewardAddress());
      Genesis genesis =
          new Genesis(
              "bench",
              Network.DEVNET,
              START_MS / 1000 - 100,
              Collections.nCopies(payments, coin),
              new MasternodeSet(members),
              Duration.ofHours(1),
              Duration.ofMinutes(1),
              Amount.ZERO,
              Genesis.DEFAULT_MIN_FEE,
              Amount.ofTime(1_000_000),
              GenesisLimits.DEFAULT);
      List<EngineEvent> events = new ArrayList<>();
      for (int i = 0; i < payments; i++) {
        pay(genesis, keys, i, events);
      }
      return new Script(genesis, keys, events);
    }

    private static void pay(
        Genesis genesis, List<SigningKey> keys, int coin, List<EngineEvent> events) {
      TxOutput output = genesis.initialOutputs().get(coin);
      Transaction payment =
          TransactionSigner.sign(
              genesis.hash(),
              List.of(
                  new TransactionSigner.Spend(
                      genesis.coinbase().outPoints().get(coin), keys.getFirst())),
              List.of(new TxOutput(output.amount().minus(genesis.minFee()), output.address())),
              START_MS / 1000);
      events.add(
          new EngineEvent.FromPeer(
              new PeerId(1), new NetworkMessage.TransactionBroadcast(payment, null)));
      for (VotePhase phase : List.of(VotePhase.PREPARE, VotePhase.COMMIT)) {
        for (int peer = 1; peer < NODES; peer++) {
          List<SignedVote> vote =
              VoteSignatures.sign(
                  keys.get(peer),
                  genesis.hash(),
                  List.of(VoteStatement.approve(payment.txid(), phase)));
          events.add(
              new EngineEvent.FromPeer(
                  new PeerId(peer), new NetworkMessage.InstantFinalityVote(vote, List.of())));
        }
      }
    }
  }

  /** A fresh engine with its peers, and wallets that watch the payer. */
  private static MasternodeEngine engine(Script script, int subscriptions) {
    Genesis genesis = script.genesis();
    MasternodeEngine engine =
        new MasternodeEngine(
            new EngineConfig(genesis, script.keys().getFirst().publicKey(), "bench", "bench", 7));
    for (int peer = 1; peer < NODES; peer++) {
      engine.handle(
          new EngineEvent.PeerConnected(new PeerId(peer), script.keys().get(peer).publicKey()),
          START_MS);
    }
    for (int wallet = 0; wallet < subscriptions; wallet++) {
      engine.handle(
          new EngineEvent.FromClient(
              new ClientId(wallet),
              new NetworkMessage.UtxoSubscribe(
                  List.of(), List.of(genesis.initialOutputs().getFirst().address()), "w", null)),
          START_MS);
    }
    return engine;
  }

  /** How many states change: what one wallet is told that watches all. */
  private static long transitions(Script script) {
    MasternodeEngine engine = engine(script, 1);
    return script.events().stream()
        .flatMap(event -> engine.handle(event, START_MS).stream())
        .filter(
            action ->
                action instanceof Action.ToClient to
                    && to.message() instanceof NetworkMessage.UtxoStateNotification)
        .count();
  }

  /** How long the events take. */
  private static double seconds(Script script, int subscriptions) {
    MasternodeEngine engine = engine(script, subscriptions);
    long begin = System.nanoTime();
    for (EngineEvent event : script.events()) {
      engine.handle(event, START_MS);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (engine.pending() > 0) {
      throw new IllegalStateException(engine.pending() + " payments are not final");
    }
    return seconds;
  }
}
