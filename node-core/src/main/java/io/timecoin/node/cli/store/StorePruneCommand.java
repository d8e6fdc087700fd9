package io.timecoin.node.cli.store;

import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.ledger.Tip;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.archive.Pruner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets go of the past. */
@Command(
    name = "prune",
    header = "Drop what was spent long ago from a node's archive.",
    description = {
      "Drops outputs that blocks older than the last N spent, and transactions with their proofs"
          + " once all their outputs are gone. Whatever is unspent keeps the transaction that made"
          + " it; blocks with their certificates stay. The node then cannot serve a peer that is"
          + " more than N blocks behind. Cannot be undone; can be stopped and goes on later.",
      "A running node does the same by itself with prune-blocks = N."
    })
public final class StorePruneCommand extends CliCommand {
  @Mixin private StoreOptions store;

  @Option(
      names = "--keep",
      paramLabel = "N",
      required = true,
      description = "How many of the last blocks stay whole, at least 1.")
  private long keep;

  @Override
  protected int run() throws CommandFailedException {
    if (keep < 1) {
      throw wrongUsage("--keep must be at least 1");
    }
    return store.with(this::prune);
  }

  private int prune(OpenStore open) throws StoreException {
    long height = open.archive().tip().map(Tip::height).orElse(0L);
    Pruner.Result result =
        new Pruner(open.archive())
            .pruneBefore(height - keep + 1, () -> Thread.currentThread().isInterrupted());
    terminal()
        .printLine(
            "%d blocks looked through: %d outputs and %d transactions dropped"
                .formatted(result.blocks(), result.outputs(), result.transactions()));
    return DONE;
  }
}
