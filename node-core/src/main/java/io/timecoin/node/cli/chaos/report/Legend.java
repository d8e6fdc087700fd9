package io.timecoin.node.cli.chaos.report;

import io.timecoin.node.cli.chaos.history.FaultKind;
import java.util.List;

/** What the signs of a time line mean. */
final class Legend {
  private static final Svg.Type WORD = new Svg.Type(12, Palette.INK, false, Svg.Anchor.START);
  private static final Svg.Type ROW = new Svg.Type(12, Palette.QUIET, false, Svg.Anchor.END);
  private static final double LETTER = 6.9;
  private static final int SAMPLE = 30;
  private static final int AFTER_SAMPLE = 38;
  private static final int BETWEEN = 30;
  private static final int LINE = 32;

  private Legend() {}

  /** Process, ways and payments, a row each. */
  static void draw(Svg svg, double left, double top) {
    bands(svg, left, top, "its process", true);
    bands(svg, left, top + LINE, "its ways", false);
    double y = top + 2 * LINE + Bands.HEIGHT / 2.0;
    svg.text(left - 14, y + 4, ROW, "payments");
    double x = left;
    Marks.ticks(svg, List.of(x + 8, x + 15, x + 22), y - Marks.TICK / 2.0);
    x = word(svg, x, y, "final at this node");
    Marks.contest(svg, x + 4, x + SAMPLE - 4, y, Contest.End.DECIDED);
    x = word(svg, x, y, "double spend, one of the two is final");
    Marks.contest(svg, x + 4, x + SAMPLE - 4, y, Contest.End.RELEASED);
    word(svg, x, y, "both released, the coin is free again");
  }

  private static void bands(Svg svg, double left, double top, String row, boolean ofProcess) {
    double y = top + Bands.HEIGHT / 2.0;
    svg.text(left - 14, y + 4, ROW, row);
    double x = left;
    for (FaultKind kind : FaultKind.values()) {
      if (kind.isOfProcess() == ofProcess) {
        Bands.ground(svg, kind, x, top, SAMPLE, "");
        x = word(svg, x, y, kind.label());
      }
      if (ofProcess && kind == FaultKind.KILL) {
        Bands.starting(svg, x, top, SAMPLE);
        x = word(svg, x, y, "starting");
      }
    }
  }

  /** Beside a sample; where the next one begins. */
  private static double word(Svg svg, double x, double y, String word) {
    svg.text(x + AFTER_SAMPLE, y + 4, WORD, word);
    return x + AFTER_SAMPLE + word.length() * LETTER + BETWEEN;
  }
}
