package io.timecoin.node.samples;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteSignatures;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisLimits;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.tx.TxOutput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A devnet of n masternodes with real keys, the same on every run.
 *
 * @param keys in order of public key, as in the set
 */
public record SmallNetwork(List<SigningKey> keys, Genesis genesis, Hash256 genesisHash) {
  /** With one funded wallet, see {@link #wallet}. */
  public static SmallNetwork of(int n) {
    List<SigningKey> keys = new ArrayList<>();
    List<Masternode> members = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      SigningKey key = key("masternode " + i);
      keys.add(key);
      members.add(
          new Masternode(
              "node " + i,
              key.publicKey(),
              Hashes.addressOf(Network.DEVNET.addressVersion(), key.publicKey())));
    }
    keys.sort(Comparator.comparing(SigningKey::publicKey));
    Genesis genesis =
        new Genesis(
            "sample chain",
            Network.DEVNET,
            1_763_000_000,
            List.of(
                new TxOutput(
                    Amount.ofTime(1_000),
                    Hashes.addressOf(Network.DEVNET.addressVersion(), wallet().publicKey()))),
            new MasternodeSet(members),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Amount.ofTime(1),
            Genesis.DEFAULT_MIN_FEE,
            Amount.ofTime(21_000_000),
            GenesisLimits.DEFAULT);
    return new SmallNetwork(List.copyOf(keys), genesis, genesis.hash());
  }

  /** The key that holds the only initial output. */
  public static SigningKey wallet() {
    return key("wallet");
  }

  /** A key made of a name. */
  public static SigningKey key(String name) {
    return SigningKey.of(Hashes.sha256(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** A txid made of a name. */
  public static Txid txid(String name) {
    return Txid.of(Hashes.sha256(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** The voters. */
  public MasternodeSet masternodes() {
    return genesis.masternodes();
  }

  /** That masternode's approval, signed alone. */
  public SignedVote approve(int masternode, Txid txid, VotePhase phase) {
    return vote(masternode, VoteStatement.approve(txid, phase));
  }

  /** Any statement, signed alone. */
  public SignedVote vote(int masternode, VoteStatement statement) {
    return VoteSignatures.sign(keys.get(masternode), genesisHash, List.of(statement)).getFirst();
  }

  /** The first {@code count} masternodes' approvals. */
  public List<SignedVote> approvals(int count, Txid txid, VotePhase phase) {
    List<SignedVote> votes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      votes.add(approve(i, txid, phase));
    }
    return votes;
  }
}
