package io.timecoin.node.runtime;

import io.timecoin.node.runtime.config.NodeConfigLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that is one node: runs until it is told to stop, and stops in order. */
public final class NodeProcess {
  private static final Logger LOG = LoggerFactory.getLogger(NodeProcess.class);
  private static final long STOP_SECONDS = 20;

  private NodeProcess() {}

  /**
   * Starts the node and returns when it has stopped: on SIGTERM or SIGINT, with {@code
   * stop-with-stdin} at the end of standard input, or because of a bug.
   *
   * @return whether it stopped because it was told to
   * @throws NodeStartException with cause and remedy
   */
  public static boolean run(NodeConfigLoader.Loaded loaded) throws NodeStartException {
    Logging.setLevel(loaded.config().logLevel());
    loaded.warnings().forEach(LOG::warn);
    CompletableFuture<Boolean> stop = new CompletableFuture<>();
    CountDownLatch closed = new CountDownLatch(1);
    // Before the start: a signal in the midst of it is no fault, and no hook can be added after
    // one.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, closed), "stop"));
    try (MasternodeNode node = new MasternodeNode(loaded.config())) {
      node.start();
      node.broken().thenAccept(_ -> stop.complete(false));
      if (loaded.config().stopWithStdin()) {
        Thread.ofPlatform().daemon().name("stdin").start(() -> completeAtEnd(System.in, stop));
      }
      return stop.join();
    } finally {
      closed.countDown();
    }
  }

  /** The virtual machine ends as soon as its hooks do, so the hook waits for the node. */
  private static void stopAndWait(CompletableFuture<Boolean> stop, CountDownLatch closed) {
    stop.complete(true);
    try {
      if (!closed.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn(
            "the node did not stop within {} s; its journal is complete all the same",
            STOP_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void completeAtEnd(InputStream input, CompletableFuture<Boolean> stop) {
    try {
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.debug("standard input broke: {}", e.toString());
    }
    stop.complete(true);
  }
}
