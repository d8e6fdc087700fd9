package io.timecoin.node.devnet;

import io.timecoin.node.base.Address;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.runtime.config.NodeConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A private network of real masternodes on this machine. Genesis file, keys and journals stay in
 * its folder, so a later start goes on where this one ends. Safe on any thread.
 */
public final class Devnet implements AutoCloseable {
  private static final int WALLETS_MIN = 3;
  private static final int NODES_MAX = 100;
  private static final List<String> WALLET_NAMES = List.of("You", "Alice", "Bob");

  private final DevnetFolder folder;
  private final List<DevnetNode> nodes;
  private final DevnetFaults faults;

  /**
   * What to build.
   *
   * @param basePort node i listens on basePort + 10·i for peers, two above for wallets; 0 for free
   *     ports
   * @param wallets at least 3, each with 1 000 TIME in ten outputs
   * @param processes whether each node runs in a process of its own
   * @param everyNode keys of a node's configuration that all of them get, with their values
   * @param wiring at which ports the nodes dial each other
   */
  public record Settings(
      int nodes,
      int basePort,
      Path dataDir,
      int wallets,
      boolean processes,
      Duration blockInterval,
      Duration lockLease,
      Map<String, String> everyNode,
      Wiring wiring) {
    /** With nothing but defaults for the nodes. */
    public Settings(
        int nodes,
        int basePort,
        Path dataDir,
        int wallets,
        boolean processes,
        Duration blockInterval,
        Duration lockLease) {
      this(
          nodes,
          basePort,
          dataDir,
          wallets,
          processes,
          blockInterval,
          lockLease,
          Map.of(),
          Wiring.DIRECT);
    }

    /** The same with a key of the configuration set for every node. */
    public Settings with(String key, String value) {
      Map<String, String> more = new HashMap<>(everyNode);
      more.put(key, value);
      return new Settings(
          nodes, basePort, dataDir, wallets, processes, blockInterval, lockLease, more, wiring);
    }

    /** The same with other ways between the nodes. */
    public Settings with(Wiring ways) {
      return new Settings(
          nodes, basePort, dataDir, wallets, processes, blockInterval, lockLease, everyNode, ways);
    }

    /** Refuses what cannot be a network. */
    public Settings {
      if (nodes < 1 || nodes > NODES_MAX || wallets < WALLETS_MIN) {
        throw new IllegalArgumentException(
            "a devnet has 1 to " + NODES_MAX + " nodes and at least " + WALLETS_MIN + " wallets");
      }
      if (basePort < 0 || basePort + 10 * nodes > 65_535) {
        throw new IllegalArgumentException("base port leaves no room for " + nodes + " nodes");
      }
      everyNode = Map.copyOf(everyNode);
    }

    /** Seven nodes in this process on free ports, blocks every 10 s, leases of 5 s. */
    public static Settings demo(Path dir) {
      return new Settings(
          7, 0, dir, WALLETS_MIN, false, Duration.ofSeconds(10), Duration.ofSeconds(5));
    }
  }

  /** How far a node is. */
  public enum Stage {
    /** Being started. */
    STARTING,
    /** Serves wallets and waits for peers. */
    LISTENING,
    /** Connected with every other node. */
    CONNECTED,
    /** The whole network is connected. */
    READY,
    /** Not running. */
    STOPPED,
    /** Did not start, or ended by itself. */
    FAILED
  }

  /**
   * News of one node.
   *
   * @param index of the node, from 0
   * @param detail what happened, in words, or null
   * @param remedy what to do about it, or null
   */
  public record NodeProgress(
      int index, Stage stage, @Nullable String detail, @Nullable String remedy) {}

  /** A wallet with money from the genesis file. */
  public record FundedWallet(String name, SigningKey key, Address address) {}

  private Devnet(DevnetFolder folder, List<DevnetNode> nodes) {
    this.folder = folder;
    this.nodes = List.copyOf(nodes);
    this.faults = new DevnetFaults(this.nodes);
  }

  /**
   * Opens the network in the folder, or founds one there. Starts nothing.
   *
   * @throws IOException if the folder cannot be used, or holds a network of another size
   */
  public static Devnet create(Settings settings) throws IOException {
    DevnetFolder folder = DevnetFolder.open(settings);
    List<DevnetPorts> ports =
        settings.basePort() == 0
            ? DevnetPorts.free(settings.nodes(), new SecureRandom())
            : DevnetPorts.from(settings.basePort(), settings.nodes());
    NodeConfigs configs = new NodeConfigs(folder, ports, settings);
    List<DevnetNode> nodes = new ArrayList<>();
    for (int i = 0; i < settings.nodes(); i++) {
      nodes.add(
          new DevnetNode(
              i,
              folder.secrets().nodes().get(i).publicKey(),
              ports.get(i),
              settings.processes() ? child(configs, i) : embedded(configs, i)));
    }
    return new Devnet(folder, nodes);
  }

  private static Function<Map<String, String>, NodeRunner> embedded(NodeConfigs configs, int node)
      throws IOException {
    NodeConfig config = configs.config(node);
    return keys -> {
      if (!keys.isEmpty()) {
        throw new IllegalArgumentException("only a node in a process of its own takes other keys");
      }
      return new EmbeddedRunner(config);
    };
  }

  private static Function<Map<String, String>, NodeRunner> child(NodeConfigs configs, int node)
      throws IOException {
    Path file = configs.file(node);
    URI uri = URI.create("ws://127.0.0.1:" + configs.ports().get(node).webSocket());
    return keys -> new ChildRunner(file, keys, uri);
  }

  /**
   * Starts every node and waits until all are connected with all.
   *
   * @param progress told of each node's stages, on this thread or others
   * @throws NodeStartException naming the node, cause and remedy; all are stopped then
   */
  public void start(Consumer<NodeProgress> progress) throws NodeStartException {
    try {
      new Startup(nodes, progress).run();
    } catch (NodeStartException e) {
      close();
      throw e;
    }
  }

  /** What the network started from. */
  public Genesis genesis() {
    return folder.genesis();
  }

  /** The file that every node and tool can read. */
  public Path genesisFile() {
    return folder.genesisFile();
  }

  /** Where a node keeps its data, its admin token included. */
  public Path nodeFolder(int index) {
    return folder.nodeFolder(index);
  }

  /** All of them, running or not. */
  public List<DevnetNode> nodes() {
    return nodes;
  }

  /** The first is the demonstration's own. */
  public List<FundedWallet> wallets() {
    List<FundedWallet> wallets = new ArrayList<>();
    List<SigningKey> keys = folder.secrets().wallets();
    for (int i = 0; i < keys.size(); i++) {
      String name = i < WALLET_NAMES.size() ? WALLET_NAMES.get(i) : "Wallet " + (i + 1);
      wallets.add(new FundedWallet(name, keys.get(i), DevnetGenesis.address(keys.get(i))));
    }
    return wallets;
  }

  /** Switches that make the links between its nodes slow, or cut them. */
  public DevnetFaults faults() {
    return faults;
  }

  /** Ends one node in order; the others go on. */
  public void stopNode(int index) {
    nodes.get(index).stop();
  }

  /**
   * Starts a node that is not running; returns when it serves wallets, connected or not.
   *
   * @throws NodeStartException with cause and remedy
   */
  public void startNode(int index) throws NodeStartException {
    startNode(index, Map.of());
  }

  /**
   * The same with some keys of its configuration changed for this run, where it is a process of its
   * own.
   *
   * @throws NodeStartException with cause and remedy
   */
  public void startNode(int index, Map<String, String> keys) throws NodeStartException {
    nodes.get(index).start(keys);
    faults.started(nodes.get(index));
  }

  /** Ends one node as a power cut would, where it is a process of its own; in order otherwise. */
  public void killNode(int index) {
    nodes.get(index).kill();
  }

  /** Stops every node for ever; the folder can be opened again. */
  @Override
  public void close() {
    try (ExecutorService stopping = Executors.newVirtualThreadPerTaskExecutor()) {
      nodes.forEach(node -> stopping.execute(node::retire));
    }
  }
}
