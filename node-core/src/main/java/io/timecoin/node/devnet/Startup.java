package io.timecoin.node.devnet;

import io.timecoin.node.devnet.Devnet.NodeProgress;
import io.timecoin.node.devnet.Devnet.Stage;
import io.timecoin.node.runtime.NodeStartException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings all nodes of a devnet up together and waits until each is connected with each. */
final class Startup {
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();

  private final List<DevnetNode> nodes;
  private final Consumer<NodeProgress> progress;

  Startup(List<DevnetNode> nodes, Consumer<NodeProgress> progress) {
    this.nodes = nodes;
    this.progress = progress;
  }

  void run() throws NodeStartException {
    together(this::serve);
    together(this::connect);
    nodes.forEach(node -> tell(node, Stage.READY, null));
  }

  private interface Step {
    void perform(DevnetNode node) throws NodeStartException;
  }

  /** On one thread each; the first failure counts when all have ended. */
  private void together(Step step) throws NodeStartException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> steps =
          nodes.stream().<Future<?>>map(node -> threads.submit(() -> perform(step, node))).toList();
      for (Future<?> each : steps) {
        each.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NodeStartException failure) {
        throw failure;
      }
      throw new NodeStartException(
          "a node did not start: " + e.getCause(), "Report this with the log.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NodeStartException("the start was interrupted", "Start again.", e);
    }
  }

  private @Nullable Void perform(Step step, DevnetNode node) throws NodeStartException {
    try {
      step.perform(node);
      return null;
    } catch (NodeStartException e) {
      progress.accept(new NodeProgress(node.index(), Stage.FAILED, e.reason(), e.remedy()));
      throw new NodeStartException(node.name() + ": " + e.reason(), e.remedy(), e);
    }
  }

  private void serve(DevnetNode node) throws NodeStartException {
    tell(node, Stage.STARTING, null);
    node.start();
    tell(node, Stage.LISTENING, node.webSocketUri().toString());
  }

  private void connect(DevnetNode node) throws NodeStartException {
    long deadline = System.nanoTime() + CONNECT_PATIENCE.toNanos();
    int online = node.masternodesOnline();
    while (online < nodes.size()) {
      if (System.nanoTime() - deadline > 0) {
        throw new NodeStartException(
            "connected with %d of %d nodes after %d s"
                .formatted(online, nodes.size(), CONNECT_PATIENCE.toSeconds()),
            "See whether a firewall keeps programs of this machine from each other.",
            null);
      }
      LockSupport.parkNanos(LOOK_NANOS);
      online = node.masternodesOnline();
    }
    tell(node, Stage.CONNECTED, online + " of " + nodes.size());
  }

  private void tell(DevnetNode node, Stage stage, @Nullable String detail) {
    progress.accept(new NodeProgress(node.index(), stage, detail, null));
  }
}
