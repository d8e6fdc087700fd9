package io.timecoin.node.cli.store;

import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.archive.CheckpointFile;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the chain's state along. */
@Command(
    name = "export",
    header = "Write the chain's state to a file.",
    description =
        "Every unspent output and released transaction as of the last settled block, with the"
            + " certificate of that block; no keys, no history. Another node begins with it by"
            + " `store import`.")
public final class StoreExportCommand extends CliCommand {
  @Mixin private StoreOptions store;

  @Parameters(paramLabel = "FILE", description = "The file to write.")
  private Path file;

  @Option(names = "--force", description = "Replace the file if it is there.")
  private boolean force;

  @Override
  protected int run() throws CommandFailedException {
    if (Files.exists(file) && !force) {
      throw new CommandFailedException(file + " exists; --force replaces it");
    }
    return store.with(this::export);
  }

  private int export(OpenStore open) throws StoreException {
    CheckpointFile.Result result = CheckpointFile.write(open.archive(), open.genesis(), file);
    terminal()
        .printLine(
            "block %d, %d unspent outputs, state hash %s"
                .formatted(result.height(), result.outputs(), result.stateHash()));
    return DONE;
  }
}
