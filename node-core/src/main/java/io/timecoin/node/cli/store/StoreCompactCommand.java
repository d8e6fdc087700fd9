package io.timecoin.node.cli.store;

import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.runtime.FolderSize;
import io.timecoin.node.store.StoreException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives disk space back. */
@Command(
    name = "compact",
    header = "Rewrite a node's archive in as little space as it needs.",
    description = "Needs up to as much free space as the archive has; nothing is lost if stopped.")
public final class StoreCompactCommand extends CliCommand {
  @Mixin private StoreOptions store;

  @Override
  protected int run() throws CommandFailedException {
    return store.with(this::compact);
  }

  private int compact(OpenStore open) throws StoreException {
    Path folder = open.dataDir().resolve("archive");
    long before = FolderSize.bytes(folder);
    terminal().say("compacting " + folder);
    open.archive().compact();
    terminal().printLine("%,d bytes before, %,d now".formatted(before, FolderSize.bytes(folder)));
    return DONE;
  }
}
