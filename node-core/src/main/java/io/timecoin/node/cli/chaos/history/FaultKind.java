package io.timecoin.node.cli.chaos.history;

import java.util.Locale;

/** What is done to nodes and to the ways between them. */
public enum FaultKind {
  /** SIGKILL, and a start a while later. */
  KILL("killed", true),
  /** SIGSTOP, and SIGCONT a while later. */
  PAUSE("paused", true),
  /** Started anew with a clock that is ahead or behind, then once more with the right one. */
  CLOCK("wrong clock", true),
  /** Cut off from all others. */
  CUT("cut off", false),
  /** Not heard by others, or not hearing them; the other direction works. */
  ONE_WAY("one way", false),
  /** Cut off and connected in quick turns. */
  FLAP("flapping", false),
  /** Everything to and from it is late. */
  DELAY("delayed", false);

  private final String label;
  private final boolean ofProcess;

  FaultKind(String label, boolean ofProcess) {
    this.label = label;
    this.ofProcess = ofProcess;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** Whether it is done to the process; else to its ways to the others. */
  public boolean isOfProcess() {
    return ofProcess;
  }

  /** Name in the history, in lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
