package io.timecoin.node.runtime;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.EngineConfig;
import io.timecoin.node.engine.MasternodeEngine;
import io.timecoin.node.engine.Turn;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisLimits;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** A network of one masternode: its own vote is the quorum, so a payment is final in one turn. */
public final class LoneMasternode {
  public static final SigningKey NODE = SigningKey.of(new byte[32]);

  public static final Address OWNER =
      Hashes.addressOf(Network.DEVNET.addressVersion(), NODE.publicKey());
  private static final int OUTPUTS = 20;

  private LoneMasternode() {}

  public static Genesis genesis() {
    return new Genesis(
        "lone",
        Network.DEVNET,
        1_700_000_000,
        Collections.nCopies(OUTPUTS, new TxOutput(Amount.ofTime(10), OWNER)),
        new MasternodeSet(List.of(new Masternode("Lone", NODE.publicKey(), OWNER))),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Amount.ofTime(1),
        Genesis.DEFAULT_MIN_FEE,
        Amount.ofTime(1_000_000),
        GenesisLimits.DEFAULT);
  }

  public static Turn turn() {
    Genesis genesis = genesis();
    MasternodeEngine engine =
        new MasternodeEngine(new EngineConfig(genesis, NODE.publicKey(), "Lone", "test", 1));
    return new Turn(engine, NODE, genesis.hash());
  }

  /** Spends one output of the genesis file. */
  public static Transaction payment(int output) {
    return TransactionSigner.sign(
        genesis().hash(),
        List.of(new TransactionSigner.Spend(genesis().coinbase().outPoints().get(output), NODE)),
        List.of(new TxOutput(Amount.ofTime(9), OWNER)),
        1_700_000_000);
  }
}
