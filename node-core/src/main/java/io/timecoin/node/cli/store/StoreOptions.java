package io.timecoin.node.cli.store;

import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.offline.GenesisFile;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which node's data. */
final class StoreOptions {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      required = true,
      description = "The data folder of the node, which must not be running.")
  private Path dataDir;

  @Option(
      names = "--genesis",
      paramLabel = "FILE",
      description = "The network's genesis file (default: genesis.json in DIR or beside it).")
  private @Nullable Path genesis;

  @Option(
      names = "--cache-mb",
      paramLabel = "MB",
      defaultValue = "64",
      description = "Memory to work with (default: ${DEFAULT-VALUE}).")
  private int cacheMb;

  /** The work of one command. */
  @FunctionalInterface
  interface Work {
    int run(OpenStore store) throws StoreException, CommandFailedException;
  }

  Path dataDir() {
    return dataDir;
  }

  Genesis genesis() throws CommandFailedException {
    return GenesisFile.read(genesisFile());
  }

  private Path genesisFile() {
    if (genesis != null) {
      return genesis;
    }
    Path inside = dataDir.resolve("genesis.json");
    return Files.exists(inside) ? inside : dataDir.toAbsolutePath().resolveSibling("genesis.json");
  }

  long cacheBytes() {
    return (long) cacheMb << 20;
  }

  /** Opens what is there, does the work, closes it. */
  int with(Work work) throws CommandFailedException {
    if (!Files.isDirectory(dataDir.resolve("journal"))) {
      throw new CommandFailedException("there is no node's data in " + dataDir);
    }
    Genesis network = genesis();
    try (OpenStore store = OpenStore.open(dataDir, network, cacheBytes())) {
      return work.run(store);
    } catch (StoreException e) {
      throw new CommandFailedException(e.getMessage() + ". " + e.remedy(), e);
    }
  }
}
