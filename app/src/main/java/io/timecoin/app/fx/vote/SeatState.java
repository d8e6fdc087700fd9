package io.timecoin.app.fx.vote;

import io.timecoin.app.fx.draw.Ink;

/** How far one masternode has come with its votes on one transaction. */
public enum SeatState {
  /** Nothing heard yet: outlined. */
  EMPTY(0, Ink.LINE_STRONG),
  /** Its prepare vote counts: half-filled. */
  PREPARED(0.5, Ink.PENDING),
  /** Its commit vote counts: filled. */
  COMMITTED(1, Ink.FINALIZED),
  /** It voted against: crossed. */
  REJECTED(0, Ink.REJECTED),
  /** Not connected, so no vote can be expected: dashed. */
  OFFLINE(0, Ink.LINE_STRONG);

  private final double level;
  private final Ink ink;

  SeatState(double level, Ink ink) {
    this.level = level;
    this.ink = ink;
  }

  /** How full the seat is drawn, 0…1. */
  double level() {
    return level;
  }

  Ink ink() {
    return ink;
  }
}
