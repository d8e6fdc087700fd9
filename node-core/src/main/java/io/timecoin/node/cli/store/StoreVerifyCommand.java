package io.timecoin.node.cli.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.archive.Verifier;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks everything. */
@Command(
    name = "verify",
    header = "Check a node's data against itself.",
    description = {
      "Read the whole archive and journal: checksums, every block's certificate and link, the state"
          + " hash and the supply recomputed from the outputs, the index of addresses, every"
          + " journal record. Changes nothing.",
    })
public final class StoreVerifyCommand extends CliCommand {
  @Mixin private StoreOptions store;
  @Mixin private JsonOption json;

  @Override
  protected int run() throws CommandFailedException {
    return store.with(this::verify);
  }

  private int verify(OpenStore open) throws StoreException {
    AtomicLong journal = new AtomicLong();
    open.journal().replay(open.archive().journalFile(), _ -> journal.incrementAndGet());
    Verifier.Report report =
        new Verifier(
                open.archive(),
                open.genesis(),
                records -> terminal().say(records + " records of the archive read"))
            .verify();
    if (json.wanted()) {
      terminal().printLine(JsonLine.write(json(report, journal.get())));
    } else {
      print(report, journal.get());
    }
    return report.faultCount() == 0 ? DONE : FAILED;
  }

  private void print(Verifier.Report report, long journal) {
    terminal()
        .printLine(
            "height %d: %d blocks, %d transactions, %d outputs (%d unspent); %d journal records"
                .formatted(
                    report.height(),
                    report.blocks(),
                    report.transactions(),
                    report.outputs(),
                    report.unspent(),
                    journal));
    report.faults().forEach(fault -> terminal().printLine("fault: " + fault));
    terminal().printLine(report.faultCount() == 0 ? "no faults" : report.faultCount() + " faults");
  }

  private static ObjectNode json(Verifier.Report report, long journal) {
    ObjectNode line = JsonLine.object();
    line.put("ok", report.faultCount() == 0).put("height", report.height());
    line.put("blocks", report.blocks()).put("transactions", report.transactions());
    line.put("outputs", report.outputs()).put("unspent", report.unspent());
    line.put("journal_records", journal).put("fault_count", report.faultCount());
    report.faults().forEach(line.putArray("faults")::add);
    return line;
  }
}
