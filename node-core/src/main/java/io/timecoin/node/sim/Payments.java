package io.timecoin.node.sim;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hex;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.util.List;

/** Payments of the one purse that all wallets of a simulation share, back to itself. */
final class Payments {
  private static final int TXID_BYTES = 32;

  private Payments() {}

  static Address address(SimWorld world) {
    return Hashes.addressOf(world.genesis.network().addressVersion(), world.wallet.publicKey());
  }

  /**
   * Of one coin, or of another payment's output.
   *
   * @param salt tells payments of the same coin apart
   */
  static Transaction of(SimWorld world, OutPoint coin, Amount value, long salt) {
    Amount out = value.minus(world.genesis.minFee());
    return TransactionSigner.sign(
        world.genesisHash,
        List.of(new TransactionSigner.Spend(coin, world.wallet)),
        List.of(new TxOutput(out, address(world))),
        world.clock.nowMs() / 1000 + salt);
  }

  /** Of a coin that no transaction made. */
  static Transaction ofNothing(SimWorld world) {
    byte[] txid = new byte[TXID_BYTES];
    world.random.nextBytes(txid);
    String hex = Hex.encode(txid);
    return of(world, new OutPoint(Txid.parse(hex), 0), SimWorld.COIN, 0);
  }
}
