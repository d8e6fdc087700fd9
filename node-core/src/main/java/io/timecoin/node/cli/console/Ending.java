package io.timecoin.node.cli.console;

/**
 * Makes Ctrl-C (SIGINT) and SIGTERM a way to end a command well: what has to be stopped is stopped,
 * and the exit code is the command's. Java would end with 130 or 143.
 */
public final class Ending implements AutoCloseable {
  private final Thread hook;

  private Ending(Thread hook) {
    this.hook = hook;
  }

  /**
   * From here until {@link #close}.
   *
   * @param exit the process's exit code
   * @param stop run on a signal, on a thread of its own
   */
  public static Ending onSignal(Terminal terminal, int exit, Runnable stop) {
    Thread hook =
        new Thread(
            () -> {
              try {
                stop.run();
              } finally {
                terminal.out().flush();
                Runtime.getRuntime().halt(exit);
              }
            },
            "ending");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Ending(hook);
  }

  /** The command ends by itself: signals have their usual effect again. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // a signal came first: the hook ends the process
    }
  }
}
