package io.timecoin.app.vm.network;

import java.util.function.Consumer;

/** Starts the demo network behind the screens. */
public interface DemoPort {

  /**
   * Begins in the background what is not running yet; called again after a failure, it begins anew.
   *
   * @param progress told every step on the thread of the screens
   */
  void start(Consumer<Progress> progress);

  /** A step. */
  sealed interface Progress {
    /**
     * One node came further.
     *
     * @param index from 0
     * @param detail its address or what went wrong, or empty
     * @param remedy what to do about it, or empty
     */
    record Node(int index, Phase phase, String detail, String remedy) implements Progress {}

    /** All nodes are connected to all and the wallet to one of them. */
    record Ready() implements Progress {}

    /**
     * It could not be done.
     *
     * @param details for whoever helps
     */
    record Failed(String cause, String remedy, String details) implements Progress {}
  }

  /** Where a node is on its way. */
  enum Phase {
    STARTING,
    LISTENING,
    CONNECTED,
    READY,
    STOPPED,
    FAILED
  }
}
