package io.timecoin.node.cli.bench;

import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.util.ArrayList;
import java.util.List;

/** Payments that each spend one output of a devnet's genesis file whole, signed beforehand. */
final class BenchPayments {
  /** Outputs that a devnet gives each wallet. */
  static final int COINS_A_WALLET = 10;

  private BenchPayments() {}

  static List<Transaction> of(Devnet devnet, int count) {
    Genesis genesis = devnet.genesis();
    List<Transaction> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TxOutput coin = genesis.initialOutputs().get(i);
      all.add(
          TransactionSigner.sign(
              genesis.hash(),
              List.of(
                  new TransactionSigner.Spend(
                      genesis.coinbase().outPoints().get(i),
                      devnet.wallets().get(i / COINS_A_WALLET).key())),
              List.of(new TxOutput(coin.amount().minus(genesis.minFee()), coin.address())),
              genesis.timestamp()));
    }
    return all;
  }
}
