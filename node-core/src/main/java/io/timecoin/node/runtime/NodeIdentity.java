package io.timecoin.node.runtime;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisJson;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.runtime.config.NodeConfig;
import io.timecoin.node.runtime.keys.KeyFile;
import io.timecoin.node.runtime.keys.KeyFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** Who a node is: the network it belongs to, its key, and its name there. */
record NodeIdentity(Genesis genesis, Hash256 genesisHash, SigningKey key, String name) {
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

  /** Reads genesis file and key, and looks at the clock. */
  static NodeIdentity read(NodeConfig config, InstantSource clock) throws NodeStartException {
    Genesis genesis = genesis(config);
    requireClock(genesis, clock.instant());
    SigningKey key = key(config.key());
    String given = config.name();
    return new NodeIdentity(
        genesis, genesis.hash(), key, given == null ? name(genesis.masternodes(), key) : given);
  }

  private static Genesis genesis(NodeConfig config) throws NodeStartException {
    Path file = config.files().genesis();
    Genesis genesis;
    try {
      genesis = GenesisJson.parse(Files.readString(file));
    } catch (IOException e) {
      throw new NodeStartException(
          "cannot read the genesis file " + file,
          "Put the network's genesis file there, or name it (genesis).",
          e);
    } catch (IllegalArgumentException e) {
      throw new NodeStartException(
          file + " is not usable: " + e.getMessage(),
          "Get the network's genesis file again; every node needs the same.",
          e);
    }
    if (genesis.network() != config.network()) {
      throw new NodeStartException(
          "the genesis file is of "
              + genesis.network().wireName()
              + ", the node is set to "
              + config.network().wireName(),
          "Make network and genesis agree.",
          null);
    }
    return genesis;
  }

  private static void requireClock(Genesis genesis, Instant now) throws NodeStartException {
    Instant begin = Instant.ofEpochSecond(genesis.timestamp());
    if (now.plus(CLOCK_TOLERANCE).isBefore(begin)) {
      throw new NodeStartException(
          "the clock says " + now + ", before the network began (" + begin + ")",
          "Set this computer's clock.",
          null);
    }
  }

  private static SigningKey key(NodeConfig.KeySource source) throws NodeStartException {
    return switch (source) {
      case NodeConfig.KeySource.Open open -> open.key();
      case NodeConfig.KeySource.Encrypted(Path file, NodeConfig.Password password) -> {
        char[] characters = password(password);
        try {
          yield KeyFile.read(file, characters);
        } catch (KeyFileException e) {
          throw new NodeStartException(
              String.valueOf(e.getMessage()),
              "Make a key with \"key new\", or name the right key-file and its password.",
              e);
        } finally {
          Arrays.fill(characters, ' ');
        }
      }
    };
  }

  private static char[] password(NodeConfig.Password password) throws NodeStartException {
    return switch (password) {
      case NodeConfig.Password.Given given -> given.text().toCharArray();
      case NodeConfig.Password.InFile(Path file) -> {
        try {
          List<String> lines = Files.readAllLines(file);
          yield (lines.isEmpty() ? "" : lines.getFirst()).toCharArray();
        } catch (IOException e) {
          throw new NodeStartException(
              "cannot read the password file " + file,
              "Write the password into its first line and let only this user read it.",
              e);
        }
      }
      case NodeConfig.Password.Missing _ ->
          throw new NodeStartException(
              "the masternode key is encrypted and no password was given",
              "Set TIMEKEEPER_KEY_PASSWORD, or key-password-file.",
              null);
    };
  }

  private static String name(MasternodeSet set, SigningKey key) {
    int index = set.indexOf(key.publicKey());
    if (index == MasternodeSet.NO_MEMBER) {
      return "observer " + key.publicKey().toString().substring(0, 8);
    }
    Masternode self = set.members().get(index);
    return self.name();
  }

  /** Whether it may vote. */
  boolean isMasternode() {
    return genesis.masternodes().contains(key.publicKey());
  }
}
