package io.timecoin.app.main;

import io.timecoin.app.vm.network.DemoPort;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.devnet.DevnetNode;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.runtime.NodeStartException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Seven real masternodes in this process. They are built and ended on background threads. */
final class DemoNetwork implements DemoPort, AutoCloseable {

  private static final String FOLDER = "demo";

  private final Path folder;
  private final Background background;
  private @Nullable Devnet devnet;
  private boolean closed;

  /**
   * Does nothing until {@link #start}.
   *
   * @param data the program's folder; the demo lives below it
   */
  DemoNetwork(Path data, Background background) {
    this.folder = data.resolve(FOLDER);
    this.background = background;
  }

  /** Where the demo keeps everything. */
  Path folder() {
    return folder;
  }

  /** The network, once it is ready. */
  synchronized Optional<Devnet> network() {
    return Optional.ofNullable(devnet);
  }

  /** The network's genesis, if that is one of its nodes; else null. */
  synchronized @Nullable Genesis genesisAt(URI node) {
    Devnet running = devnet;
    return running != null
            && running.nodes().stream().anyMatch(own -> own.webSocketUri().equals(node))
        ? running.genesis()
        : null;
  }

  /** The admin token of the wallet's node, or empty if its file cannot be read; a short file. */
  synchronized String adminToken() {
    Devnet running = devnet;
    try {
      return running == null
          ? ""
          : Files.readString(running.nodeFolder(0).resolve("admin.token")).strip();
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void start(Consumer<Progress> progress) {
    background.run(
        () -> {
          Progress end = build(step -> background.backOnScreen(() -> progress.accept(step)));
          background.backOnScreen(() -> progress.accept(end));
        });
  }

  private Progress build(Consumer<Progress> told) {
    try {
      Devnet built = Devnet.create(Devnet.Settings.demo(folder));
      built.start(step -> told.accept(progress(built, step)));
      if (adopt(built)) {
        return new Progress.Ready();
      }
      built.close();
      return new Progress.Failed("The program is ending.", "", "");
    } catch (NodeStartException e) {
      return new Progress.Failed(e.reason(), e.remedy(), details(e));
    } catch (IOException e) {
      return new Progress.Failed(
          "The demo's folder cannot be used: " + e.getMessage(),
          "Make room or grant access to " + folder + ", or erase it, then retry.",
          details(e));
    }
  }

  private synchronized boolean adopt(Devnet built) {
    if (!closed) {
      devnet = built;
    }
    return !closed;
  }

  private static Progress progress(Devnet built, Devnet.NodeProgress step) {
    String detail = step.detail();
    return new Progress.Node(
        step.index(),
        Phase.valueOf(step.stage().name()),
        detail == null ? address(built.nodes().get(step.index()), step.stage()) : detail,
        step.remedy() == null ? "" : step.remedy());
  }

  private static String address(DevnetNode node, Devnet.Stage stage) {
    return switch (stage) {
      case LISTENING, CONNECTED, READY -> "127.0.0.1:" + node.p2pPort();
      case STARTING, STOPPED, FAILED -> "";
    };
  }

  private static String details(Exception failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  /**
   * Ends the network and deletes its folder; it can be built anew afterwards. Blocks.
   *
   * @return whether nothing is left
   */
  boolean erase() {
    stop();
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** Blocks until every node has ended. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    stop();
  }

  private void stop() {
    Devnet running;
    synchronized (this) {
      running = devnet;
      devnet = null;
    }
    if (running != null) {
      running.close();
    }
  }
}
