package io.timecoin.node.devnet;

import io.timecoin.node.p2p.link.LinkFaults;
import io.timecoin.node.runtime.NodeStartException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A node in a process of its own: the same Java and class path as here, running the command {@code
 * node}. It ends when this process does, however that ends: the system closes its standard input.
 */
final class ChildRunner implements NodeRunner {
  /** Named, not imported: the command line stands above this package. */
  private static final String MAIN = "io.timecoin.node.cli.TimekeeperCli";

  private static final Duration START_PATIENCE = Duration.ofSeconds(180);
  private static final long STOP_SECONDS = 20;
  private static final long LOOK_MS = 50;
  private static final int LOG_TAIL_BYTES = 4096;

  private final Path config;
  private final Map<String, String> keys;
  private final Path log;
  private final URI webSocket;
  private @Nullable Process process;
  private @Nullable StatusProbe probe;

  /**
   * Starts nothing.
   *
   * @param keys of the configuration that win over the file's
   */
  ChildRunner(Path config, Map<String, String> keys, URI webSocket) {
    this.config = config;
    this.keys = Map.copyOf(keys);
    this.log = config.resolveSibling("node.log");
    this.webSocket = webSocket;
  }

  @Override
  public void start() throws NodeStartException {
    Process started;
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      // settings meant for the parent would give all children one port, one key and one folder
      builder.environment().keySet().removeIf(name -> name.startsWith("TIMEKEEPER_"));
      started = builder.start();
    } catch (IOException e) {
      throw new NodeStartException(
          "cannot start a process: " + e.getMessage(),
          "Check memory and the limit of processes, or run the nodes in one process.",
          e);
    }
    process = started;
    awaitService(started);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ChildJvm.options());
    command.addAll(List.of("-cp", ChildJvm.classPath(), MAIN));
    command.addAll(List.of("node", "--config", config.toString()));
    keys.forEach((key, value) -> command.add("--" + key + "=" + value));
    return command;
  }

  private void awaitService(Process started) throws NodeStartException {
    StatusProbe asking = new StatusProbe(webSocket);
    probe = asking;
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (asking.masternodesOnline().isEmpty()) {
      if (ended(started)) {
        throw failed("exited with status " + started.exitValue());
      }
      if (System.nanoTime() - deadline > 0) {
        kill();
        throw failed("did not answer within " + START_PATIENCE.toSeconds() + " s");
      }
    }
  }

  private static boolean ended(Process started) {
    try {
      return started.waitFor(LOOK_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private NodeStartException failed(String how) {
    return new NodeStartException(
        "the node's process " + how + ": " + lastWords(), "See " + log + ".", null);
  }

  private String lastWords() {
    try {
      byte[] bytes = Files.readAllBytes(log);
      int from = Math.max(0, bytes.length - LOG_TAIL_BYTES);
      String tail = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
      List<String> lines = tail.strip().lines().toList();
      return lines.isEmpty() ? "it said nothing" : lines.getLast();
    } catch (IOException e) {
      return "its log cannot be read";
    }
  }

  @Override
  public int masternodesOnline() throws NodeStartException {
    Process started = process;
    if (started == null || probe == null || !started.isAlive()) {
      throw failed("has ended");
    }
    return probe.masternodesOnline().orElse(0);
  }

  @Override
  public long pid() {
    return process == null ? -1 : process.pid();
  }

  @Override
  public Optional<LinkFaults> faults() {
    return Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  @Override
  public void stop() {
    Process stopping = process;
    if (stopping == null) {
      return;
    }
    closeProbe();
    try {
      stopping.getOutputStream().close(); // the end of its input tells it to stop
      if (!stopping.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        stopping.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      stopping.destroy();
    } catch (InterruptedException e) {
      stopping.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void kill() {
    Process killed = process;
    closeProbe();
    if (killed != null) {
      try {
        killed.destroyForcibly().waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void closeProbe() {
    if (probe != null) {
      probe.close();
      probe = null;
    }
  }
}
