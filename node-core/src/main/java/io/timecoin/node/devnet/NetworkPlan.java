package io.timecoin.node.devnet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hex;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisJson;
import io.timecoin.node.masternode.GenesisLimits;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.runtime.keys.KeyFile;
import io.timecoin.node.runtime.keys.KeyFileException;
import io.timecoin.node.runtime.keys.OwnerOnlyFile;
import io.timecoin.node.tx.TxOutput;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A private network that is not on disk yet: its genesis file, and for each masternode a folder
 * with its key and configuration, which may be taken to another computer.
 */
public record NetworkPlan(Genesis genesis, List<Node> nodes) {
  /** Masternodes at most. */
  public static final int MASTERNODES_MAX = 1000;

  /** Name of the genesis file in the network's folder. */
  public static final String GENESIS_FILE = "genesis.json";

  private static final int PORTS_APART = 10;
  private static final int PORT_MAX = 65_535;

  /** What people decide about a network. */
  public record Terms(
      String chainId,
      Network network,
      Duration blockInterval,
      Duration lockLease,
      Amount blockReward,
      Amount minFee,
      Amount supplyCap) {}

  /** One masternode to be; its key is in memory until the plan is forgotten. */
  public record Node(String name, SigningKey key, int p2pPort) {
    Path folder(Path root) {
      return root.resolve(name);
    }

    /** Its configuration in the network's folder. */
    public Path config(Path root) {
      return folder(root).resolve("node.conf");
    }
  }

  /**
   * Draws the keys.
   *
   * @throws IllegalArgumentException with the reason, if the genesis file would be refused
   */
  public static NetworkPlan make(
      Terms terms, int masternodes, int basePort, Map<Address, Amount> funds, Instant now) {
    if (masternodes < 1 || masternodes > MASTERNODES_MAX) {
      throw new IllegalArgumentException("--masternodes must be 1 to " + MASTERNODES_MAX);
    }
    if (basePort < 1 || basePort + PORTS_APART * masternodes > PORT_MAX) {
      throw new IllegalArgumentException("--base-port leaves no room for that many nodes");
    }
    SecureRandom random = new SecureRandom();
    List<Node> nodes =
        IntStream.range(0, masternodes)
            .mapToObj(
                i ->
                    new Node(
                        "node-" + (i + 1), SigningKey.generate(random), basePort + PORTS_APART * i))
            .toList();
    return new NetworkPlan(genesis(terms, nodes, funds, now), nodes);
  }

  private static Genesis genesis(
      Terms terms, List<Node> nodes, Map<Address, Amount> funds, Instant now) {
    List<Masternode> members =
        nodes.stream()
            .map(
                node ->
                    new Masternode(
                        node.name(),
                        node.key().publicKey(),
                        Hashes.addressOf(terms.network().addressVersion(), node.key().publicKey())))
            .toList();
    return new Genesis(
        terms.chainId(),
        terms.network(),
        now.getEpochSecond(),
        funds.entrySet().stream().map(f -> new TxOutput(f.getValue(), f.getKey())).toList(),
        new MasternodeSet(members),
        terms.blockInterval(),
        terms.lockLease(),
        terms.blockReward(),
        terms.minFee(),
        terms.supplyCap(),
        GenesisLimits.DEFAULT);
  }

  /**
   * Writes everything, the genesis file first: a second run stops before it touches any key.
   *
   * @param password of all key files; empty for open keys in the configuration
   * @throws FileAlreadyExistsException naming the file in the way
   */
  public void write(Path root, char[] password) throws IOException {
    Files.createDirectories(root);
    Files.writeString(
        root.resolve(GENESIS_FILE), GenesisJson.pretty(genesis), StandardOpenOption.CREATE_NEW);
    for (Node node : nodes) {
      OwnerOnlyFile.create(node.config(root), config(node, password.length == 0));
      if (password.length > 0) {
        writeKey(node.folder(root).resolve("node.key"), node.key(), password);
      }
    }
  }

  private static void writeKey(Path file, SigningKey key, char[] password) throws IOException {
    try {
      KeyFile.write(file, key, password, new SecureRandom());
    } catch (KeyFileException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private String config(Node node, boolean openKey) {
    String seeds =
        nodes.stream()
            .filter(other -> !other.name().equals(node.name()))
            .map(other -> "127.0.0.1:" + other.p2pPort())
            .collect(Collectors.joining(","));
    List<String> lines =
        List.of(
            "# Masternode " + node.name() + " of " + genesis.chainId(),
            "network = " + genesis.network().wireName(),
            "genesis = ../" + GENESIS_FILE,
            "data-dir = data",
            openKey ? "key-hex = " + Hex.encode(node.key().secretBytes()) : "key-file = node.key",
            "p2p-port = " + node.p2pPort(),
            "ws-port = " + (node.p2pPort() + 2),
            "p2p-seeds = " + seeds);
    return String.join("\n", lines) + "\n";
  }
}
