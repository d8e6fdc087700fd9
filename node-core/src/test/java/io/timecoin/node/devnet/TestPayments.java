package io.timecoin.node.devnet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.util.List;

/** Payments that spend one output of a devnet's genesis file each. */
record TestPayments(Devnet devnet) {
  /** Outputs of the genesis file. */
  int outputs() {
    return devnet.genesis().initialOutputs().size();
  }

  OutPoint outPoint(int output) {
    return devnet.genesis().coinbase().outPoints().get(output);
  }

  /** All of that output but the fee, to another wallet. */
  Transaction spend(int output, Address to) {
    Genesis genesis = devnet.genesis();
    Devnet.FundedWallet owner = devnet.wallets().get(output / DevnetGenesis.OUTPUTS.size());
    Amount amount = genesis.initialOutputs().get(output).amount().minus(genesis.minFee());
    return TransactionSigner.sign(
        genesis.hash(),
        List.of(new TransactionSigner.Spend(outPoint(output), owner.key())),
        List.of(new TxOutput(amount, to)),
        genesis.timestamp());
  }

  Transaction spend(int output) {
    return spend(output, devnet.wallets().get(2).address());
  }
}
