package io.timecoin.node.cli.bench;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.ClientId;
import io.timecoin.node.engine.Cut;
import io.timecoin.node.engine.EngineConfig;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.MasternodeEngine;
import io.timecoin.node.engine.SettleRules;
import io.timecoin.node.engine.Turn;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisLimits;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.store.Journal;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.archive.RocksArchive;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the data folder of a lone masternode whose chain has as many unspent outputs as wanted: the
 * real engine decides real blocks of real payments, on a clock that does not wait.
 */
final class ChainMaker implements AutoCloseable {
  private static final int OUTPUTS_A_PAYMENT = Transaction.OUTPUTS_MAX;
  private static final int PAYMENTS_A_BLOCK = 50;
  private static final long CACHE_BYTES = 64L << 20;

  private final SigningKey key = SigningKey.of(new byte[SigningKey.SECRET_BYTES]);
  private final Address owner = Hashes.addressOf(Network.DEVNET.addressVersion(), key.publicKey());
  private final Genesis genesis;
  private final Journal journal;
  private final RocksArchive archive;
  private final MasternodeEngine engine;
  private final Turn turn;
  private long nowMs;

  private ChainMaker(Path folder, int utxos) throws StoreException {
    int payments = Math.ceilDiv(utxos, OUTPUTS_A_PAYMENT);
    long start = System.currentTimeMillis() / 1000 - 86_400;
    genesis =
        new Genesis(
            "bench",
            Network.DEVNET,
            start,
            Collections.nCopies(payments, new TxOutput(Amount.ofTime(10), owner)),
            new MasternodeSet(List.of(new Masternode("Bench", key.publicKey(), owner))),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Amount.ZERO,
            Genesis.DEFAULT_MIN_FEE,
            Amount.ofTime(21_000_000),
            GenesisLimits.DEFAULT);
    nowMs = start * 1000;
    journal = Journal.open(folder.resolve("journal"), genesis.hash(), key.publicKey());
    archive = RocksArchive.open(folder.resolve("archive"), genesis.hash(), CACHE_BYTES);
    engine =
        new MasternodeEngine(
            new EngineConfig(
                genesis,
                key.publicKey(),
                "Bench",
                "bench",
                1,
                archive,
                new SettleRules(1, Integer.MAX_VALUE, Integer.MAX_VALUE)));
    turn = new Turn(engine, key, genesis.hash());
  }

  /** Makes it. */
  static ChainMaker make(Path folder, int utxos, Consumer<String> progress) throws StoreException {
    ChainMaker maker = new ChainMaker(folder, utxos);
    int payments = maker.genesis.initialOutputs().size();
    for (int done = 0; done < payments; done += PAYMENTS_A_BLOCK) {
      int end = Math.min(payments, done + PAYMENTS_A_BLOCK);
      for (int payment = done; payment < end; payment++) {
        maker.pay(payment);
      }
      maker.block();
      progress.accept(end * OUTPUTS_A_PAYMENT + " outputs in " + maker.engine.height() + " blocks");
    }
    return maker;
  }

  private void pay(int coin) throws StoreException {
    TxOutput spent = genesis.initialOutputs().get(coin);
    long each = spent.amount().minus(genesis.minFee()).units() / OUTPUTS_A_PAYMENT;
    Transaction payment =
        TransactionSigner.sign(
            genesis.hash(),
            List.of(new TransactionSigner.Spend(genesis.coinbase().outPoints().get(coin), key)),
            Collections.nCopies(OUTPUTS_A_PAYMENT, new TxOutput(Amount.ofUnits(each), owner)),
            nowMs / 1000);
    on(
        new EngineEvent.FromClient(
            new ClientId(1), new NetworkMessage.TransactionBroadcast(payment, null)));
  }

  private void block() throws StoreException {
    long height = engine.height() + 1;
    while (engine.height() < height) {
      nowMs += 500;
      on(new EngineEvent.Tick());
    }
  }

  private void on(EngineEvent event) throws StoreException {
    Turn.Result result = turn.run(List.of(event), nowMs);
    journal.append(result.records());
    if (result.cut().isPresent()) {
      Cut cut = result.cut().get();
      long file = journal.cut(cut.live());
      archive.settle(cut.settlement(), file);
      journal.deleteBefore(file);
      on(new EngineEvent.Settled(cut.height()));
    }
  }

  Genesis genesis() {
    return genesis;
  }

  SigningKey key() {
    return key;
  }

  long utxos() {
    return archive.utxoCount();
  }

  @Override
  public void close() throws StoreException {
    archive.close();
    journal.close();
  }
}
