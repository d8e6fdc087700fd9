package io.timecoin.app.main.node;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.vm.masternode.MasternodePort;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.devnet.NetworkPlan;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisJson;
import io.timecoin.node.runtime.MasternodeNode;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.runtime.config.ConfigException;
import io.timecoin.node.runtime.config.NodeConfig;
import io.timecoin.node.runtime.config.NodeConfigLoader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Founds networks, and runs one masternode in this program until it ends. The work is done on
 * background threads.
 */
public final class OwnNode implements MasternodePort, AutoCloseable {

  private static final Texts TEXTS = Texts.of(OwnNode.class);
  private static final int REACH_MS = 1_000;

  private final Path networks;
  private final Threads threads;
  private final Consumer<Running> running;
  private @Nullable MasternodeNode node;
  private boolean closed;

  /** Where things run: in the background, and on the screens' thread. */
  public record Threads(Consumer<Runnable> background, Consumer<Runnable> onScreen) {}

  /** A node that runs here. */
  public record Running(URI node, Genesis genesis, String adminToken, Path dataDir) {
    /** Never shows the token. */
    @Override
    public String toString() {
      return "Running(" + node + ")";
    }
  }

  /**
   * Runs nothing yet.
   *
   * @param networks folder in which new networks are founded
   * @param running told when a node has been started, on the screens' thread
   */
  public OwnNode(Path networks, Threads threads, Consumer<Running> running) {
    this.networks = networks;
    this.threads = threads;
    this.running = running;
  }

  @Override
  public void found(Plan plan, Consumer<Founded> answer) {
    later(() -> founded(plan), answer);
  }

  private Founded founded(Plan plan) {
    Path folder = networks.resolve(plan.name());
    try {
      NetworkPlan.Terms terms =
          new NetworkPlan.Terms(
              plan.name(),
              Network.DEVNET,
              Duration.ofSeconds(10),
              Duration.ofSeconds(5),
              Amount.ofTime(1),
              Genesis.DEFAULT_MIN_FEE,
              Amount.ofTime(90_000_000));
      NetworkPlan made =
          NetworkPlan.make(terms, plan.masternodes(), plan.basePort(), Map.of(), Instant.now());
      made.write(folder, plan.password());
      List<String> configs =
          made.nodes().stream().map(each -> each.config(folder).toString()).toList();
      return new Founded.Done(folder.toString(), configs);
    } catch (FileAlreadyExistsException e) {
      return new Founded.Failed(TEXTS.get("found.exists", folder));
    } catch (IOException e) {
      return new Founded.Failed(TEXTS.get("found.failed", String.valueOf(e.getMessage())));
    } catch (IllegalArgumentException e) {
      return new Founded.Failed(String.valueOf(e.getMessage()));
    } finally {
      Arrays.fill(plan.password(), '\0');
    }
  }

  @Override
  public void read(Setup setup, Consumer<Read> answer) {
    later(
        () -> {
          try {
            NodeConfig config = config(setup);
            return new Read.Values(
                config.files().genesis().toString(),
                config.key() instanceof NodeConfig.KeySource.Encrypted encrypted
                    ? encrypted.file().toString()
                    : "",
                config.files().dataDir().toString(),
                config.p2p().port(),
                config.webSocket().port(),
                String.join(", ", config.p2p().seeds()));
          } catch (ConfigException e) {
            return new Read.Wrong(String.valueOf(e.getMessage()));
          }
        },
        answer);
  }

  private static NodeConfig config(Setup setup) throws ConfigException {
    Map<String, String> flags = new HashMap<>();
    put(flags, "genesis", setup.genesis());
    put(flags, "key-file", setup.keyFile());
    put(flags, "key-password", new String(setup.password()));
    put(flags, "data-dir", setup.dataDir());
    put(flags, "p2p-port", setup.p2pPort());
    put(flags, "ws-port", setup.wsPort());
    put(flags, "p2p-seeds", setup.seeds());
    flags.put("metrics-port", "0");
    if (setup.config().isEmpty()) {
      flags.put("network", network(setup.genesis()));
    }
    Path file = setup.config().isEmpty() ? null : Path.of(setup.config());
    return NodeConfigLoader.load(flags, Map.of(), file).config();
  }

  private static void put(Map<String, String> flags, String key, String value) {
    if (!value.isEmpty()) {
      flags.put(key, value);
    }
  }

  /** Without a configuration, the genesis file says which network it is. */
  private static String network(String genesis) throws ConfigException {
    try {
      return GenesisJson.parse(Files.readString(Path.of(genesis))).network().wireName();
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw new ConfigException(TEXTS.get("genesis.unreadable", String.valueOf(e.getMessage())));
    }
  }

  @Override
  public void check(Setup setup, Consumer<Checked> answer) {
    later(
        () -> {
          try {
            NodeConfig config = config(setup);
            List<String> seeds = config.p2p().seeds();
            int reachable = (int) seeds.parallelStream().filter(OwnNode::answers).count();
            return new Checked(
                isFree(config.p2p().port()),
                isFree(config.webSocket().port()),
                reachable,
                seeds.size(),
                "");
          } catch (ConfigException e) {
            return new Checked(false, false, 0, 0, String.valueOf(e.getMessage()));
          }
        },
        answer);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean answers(String hostPort) {
    int colon = hostPort.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              hostPort.substring(0, colon), Integer.parseInt(hostPort.substring(colon + 1))),
          REACH_MS);
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  @Override
  public void start(Setup setup, Consumer<Started> answer) {
    later(() -> started(setup), answer);
  }

  private Started started(Setup setup) {
    try {
      NodeConfig config = config(setup);
      Genesis genesis = GenesisJson.parse(Files.readString(config.files().genesis()));
      MasternodeNode starting = new MasternodeNode(config);
      starting.start();
      if (!adopt(starting)) {
        starting.close();
        return new Started.Failed(TEXTS.get("start.twice"), TEXTS.get("start.twice.remedy"));
      }
      String token = Files.readString(config.files().adminToken()).strip();
      Running now = new Running(starting.webSocketUri(), genesis, token, config.files().dataDir());
      threads.onScreen().accept(() -> running.accept(now));
      return new Started.Running();
    } catch (ConfigException e) {
      return new Started.Failed(String.valueOf(e.getMessage()), "");
    } catch (NodeStartException e) {
      return new Started.Failed(e.reason(), e.remedy());
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      return new Started.Failed(
          TEXTS.get("genesis.unreadable", String.valueOf(e.getMessage())), "");
    } finally {
      Arrays.fill(setup.password(), '\0');
    }
  }

  private synchronized boolean adopt(MasternodeNode starting) {
    if (closed || node != null) {
      return false;
    }
    node = starting;
    return true;
  }

  private <T> void later(Supplier<T> work, Consumer<T> answer) {
    threads
        .background()
        .accept(
            () -> {
              T result = work.get();
              threads.onScreen().accept(() -> answer.accept(result));
            });
  }

  /** Ends the node that runs, if one does; blocks until it has ended. */
  public void stop() {
    MasternodeNode ending;
    synchronized (this) {
      ending = node;
      node = null;
    }
    if (ending != null) {
      ending.close();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    stop();
  }
}
