package io.timecoin.node.cli.chaos.report;

import io.timecoin.node.cli.chaos.history.FaultKind;

/**
 * Colours that people who see colours differently tell apart (Okabe and Ito), each with a pattern
 * or a word beside it.
 */
final class Palette {
  static final String INK = "#1f2933";
  static final String QUIET = "#66717e";
  static final String GRID = "#dfe4ea";
  static final String LANE = "#f4f6f8";
  static final String FINAL = "#3d4b5c";
  static final String CONTEST = "#d55e00";
  static final String STARTING = "#b4bbc4";
  static final String PAPER = "#ffffff";

  /** Over the fill of a way that is open in one direction. */
  static final String ARROW = "#56b4e9";

  /** Over the fill of a flapping one. */
  static final String STRIPE = "#8fc1de";

  private Palette() {}

  /** What a band is filled with. */
  static String fill(FaultKind kind) {
    return switch (kind) {
      case KILL -> "#2b2f36";
      case PAUSE -> "#e69f00";
      case CLOCK -> "#cc79a7";
      case CUT -> "#0072b2";
      case ONE_WAY -> "#a9dbf5";
      case FLAP -> "#cfe3f1";
      case DELAY -> "#009e73";
    };
  }

  /** Of words on a band. */
  static String words(FaultKind kind) {
    return switch (kind) {
      case KILL, CUT, DELAY -> PAPER;
      case PAUSE, CLOCK, ONE_WAY, FLAP -> INK;
    };
  }
}
