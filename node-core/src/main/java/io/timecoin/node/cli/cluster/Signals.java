package io.timecoin.node.cli.cluster;

import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.devnet.DevnetNode;
import java.io.IOException;

/** Lets a node's process stand still and go on. */
public final class Signals {
  private Signals() {}

  /** SIGSTOP. */
  public static void stop(DevnetNode node) throws CommandFailedException, InterruptedException {
    send("STOP", node);
  }

  /** SIGCONT. */
  public static void goOn(DevnetNode node) throws CommandFailedException, InterruptedException {
    send("CONT", node);
  }

  private static void send(String name, DevnetNode node)
      throws CommandFailedException, InterruptedException {
    long pid = node.pid();
    if (pid <= 0) {
      return; // it does not run
    }
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    } catch (IOException e) {
      throw new CommandFailedException("cannot send SIG" + name + ": " + e.getMessage(), e);
    }
  }
}
