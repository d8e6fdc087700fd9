package io.timecoin.node.devnet;

import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What a devnet keeps on disk: genesis file, secrets, and a folder for each node. */
record DevnetFolder(Path path, Genesis genesis, DevnetSecrets secrets) {
  /** Opens the network that is there, or founds one. */
  static DevnetFolder open(Devnet.Settings settings) throws IOException {
    Path path = settings.dataDir().toAbsolutePath();
    Files.createDirectories(path);
    DevnetSecrets secrets = secrets(path.resolve("secrets.json"), settings);
    Path file = path.resolve("genesis.json");
    if (!Files.exists(file)) {
      Genesis founded = DevnetGenesis.of(secrets, settings, Instant.now().getEpochSecond());
      Files.writeString(file, GenesisJson.pretty(founded));
    }
    try {
      return new DevnetFolder(path, GenesisJson.parse(Files.readString(file)), secrets);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is not usable: " + e.getMessage(), e);
    }
  }

  private static DevnetSecrets secrets(Path file, Devnet.Settings settings) throws IOException {
    if (!Files.exists(file)) {
      DevnetSecrets.draw(settings.nodes(), settings.wallets()).write(file);
    }
    DevnetSecrets secrets = DevnetSecrets.read(file);
    if (secrets.nodes().size() != settings.nodes()) {
      throw new IOException(
          "%s holds a network of %d nodes, not %d: use another folder, or %1$s with %2$d nodes"
              .formatted(
                  file.toAbsolutePath().getParent(), secrets.nodes().size(), settings.nodes()));
    }
    return secrets;
  }

  Path genesisFile() {
    return path.resolve("genesis.json");
  }

  Path nodeFolder(int node) {
    return path.resolve("node-" + (node + 1));
  }
}
