package io.timecoin.node.devnet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisLimits;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.tx.TxOutput;
import java.util.ArrayList;
import java.util.List;

/** What a devnet starts from: its nodes are the masternodes, its wallets hold all the money. */
final class DevnetGenesis {
  /**
   * Whole TIME of each wallet's outputs: sizes that differ, so that coin choice shows; 1 000 in
   * sum.
   */
  static final List<Long> OUTPUTS = List.of(400L, 200L, 150L, 100L, 50L, 40L, 25L, 20L, 10L, 5L);

  private static final Amount BLOCK_REWARD = Amount.ofTime(7);
  private static final Amount SUPPLY_CAP = Amount.ofTime(21_000_000);

  private DevnetGenesis() {}

  static Genesis of(DevnetSecrets secrets, Devnet.Settings settings, long nowSeconds) {
    List<Masternode> members = new ArrayList<>();
    for (int i = 0; i < secrets.nodes().size(); i++) {
      SigningKey key = secrets.nodes().get(i);
      members.add(new Masternode(nameOf(i), key.publicKey(), address(key)));
    }
    List<TxOutput> outputs = new ArrayList<>();
    for (SigningKey wallet : secrets.wallets()) {
      OUTPUTS.forEach(time -> outputs.add(new TxOutput(Amount.ofTime(time), address(wallet))));
    }
    return new Genesis(
        "timekeeper devnet",
        Network.DEVNET,
        nowSeconds,
        outputs,
        new MasternodeSet(members),
        settings.blockInterval(),
        settings.lockLease(),
        BLOCK_REWARD,
        Genesis.DEFAULT_MIN_FEE,
        SUPPLY_CAP,
        GenesisLimits.DEFAULT);
  }

  static String nameOf(int node) {
    return "Node " + (node + 1);
  }

  static Address address(SigningKey key) {
    return Hashes.addressOf(Network.DEVNET.addressVersion(), key.publicKey());
  }
}
