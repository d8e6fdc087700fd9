package io.timecoin.node.store.archive;

import io.timecoin.node.base.Amount;
import io.timecoin.node.engine.ClientId;
import io.timecoin.node.engine.Cut;
import io.timecoin.node.engine.EngineConfig;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.engine.MasternodeEngine;
import io.timecoin.node.engine.SettleRules;
import io.timecoin.node.engine.Turn;
import io.timecoin.node.ledger.Archive;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.runtime.LoneMasternode;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.util.ArrayList;
import java.util.List;

/** The chain of a lone masternode, on a clock of its own, settling when it is told to. */
final class LoneChain {
  private static final long STEP_MS = 1_000;
  private static final SettleRules EVERY_BLOCK = new SettleRules(1, 1, 1);

  final List<JournalRecord> journal = new ArrayList<>();
  final List<Cut> cuts = new ArrayList<>();
  final MasternodeEngine engine;
  private final Turn turn;
  private long nowMs;

  /** On that archive, with what the journal holds. */
  LoneChain(Archive archive, List<JournalRecord> records, long nowMs) {
    this.nowMs = nowMs;
    engine =
        new MasternodeEngine(
            new EngineConfig(
                LoneMasternode.genesis(),
                LoneMasternode.NODE.publicKey(),
                "Lone",
                "test",
                1,
                archive,
                EVERY_BLOCK));
    records.forEach(engine::restore);
    turn = new Turn(engine, LoneMasternode.NODE, LoneMasternode.genesis().hash());
  }

  long nowMs() {
    return nowMs;
  }

  void on(EngineEvent event) {
    Turn.Result result = turn.run(List.of(event), nowMs);
    journal.addAll(result.records());
    result.cut().ifPresent(cuts::add);
  }

  Transaction pay(int output) {
    return send(LoneMasternode.payment(output));
  }

  /** Spends the first output of that one. */
  Transaction spend(Transaction parent) {
    return send(
        TransactionSigner.sign(
            LoneMasternode.genesis().hash(),
            List.of(new TransactionSigner.Spend(parent.outPoint(0), LoneMasternode.NODE)),
            List.of(new TxOutput(Amount.ofTime(8), LoneMasternode.OWNER)),
            1_700_000_000));
  }

  private Transaction send(Transaction payment) {
    on(
        new EngineEvent.FromClient(
            new ClientId(1), new NetworkMessage.TransactionBroadcast(payment, null)));
    return payment;
  }

  /** Lets time pass until the chain has that height. */
  void reach(long height) {
    while (engine.height() < height) {
      nowMs += STEP_MS;
      on(new EngineEvent.Tick());
    }
  }
}
