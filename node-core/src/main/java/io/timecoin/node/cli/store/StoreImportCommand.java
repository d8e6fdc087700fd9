package io.timecoin.node.cli.store;

import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.archive.CheckpointFile;
import io.timecoin.node.store.archive.RocksArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Begins with a state taken along. */
@Command(
    name = "import",
    header = "Begin a node with the chain's state from a file.",
    description =
        "Into a data folder without a node's data. The certificate of the file's block is verified"
            + " against the genesis file; the node verifies the state hash by the next block, and"
            + " stops if it is another one.")
public final class StoreImportCommand extends CliCommand {
  @Mixin private StoreOptions store;

  @Parameters(paramLabel = "FILE", description = "The file that `store export` wrote.")
  private Path file;

  @Override
  protected int run() throws CommandFailedException {
    Path archive = store.dataDir().resolve("archive");
    if (Files.exists(store.dataDir().resolve("journal")) || Files.exists(archive)) {
      throw new CommandFailedException(
          store.dataDir() + " holds a node's data already; import into another folder");
    }
    if (!Files.isReadable(file)) {
      throw new CommandFailedException("cannot read " + file);
    }
    Genesis genesis = store.genesis();
    try {
      return read(archive, genesis);
    } catch (StoreException e) {
      forget(archive);
      throw new CommandFailedException(e.getMessage() + ". " + e.remedy(), e);
    }
  }

  private int read(Path archive, Genesis genesis) throws StoreException {
    try (RocksArchive into = RocksArchive.open(archive, genesis.hash(), store.cacheBytes())) {
      CheckpointFile.Result result = CheckpointFile.read(into, genesis, file);
      terminal()
          .printLine(
              "block %d, %d unspent outputs, state hash %s"
                  .formatted(result.height(), result.outputs(), result.stateHash()));
      return DONE;
    }
  }

  /** What it had begun: the next try finds the folder as this one did. */
  private static void forget(Path archive) throws CommandFailedException {
    try (Stream<Path> files = Files.walk(archive)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new CommandFailedException("delete " + archive + " before you try again: " + e, e);
    }
  }
}
