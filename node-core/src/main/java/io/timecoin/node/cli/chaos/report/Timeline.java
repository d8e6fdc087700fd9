package io.timecoin.node.cli.chaos.report;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.chaos.history.Event.Stage;
import io.timecoin.node.cli.chaos.report.Svg.Anchor;
import io.timecoin.node.cli.chaos.report.Svg.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happened when: a lane for each node with its faults and the payments that became final
 * there, above them one for the double spends.
 */
final class Timeline {
  private static final int WIDTH = 1360;
  private static final int LEFT = 118;
  private static final int RIGHT = 32;
  private static final int HEAD = 92;
  private static final int CONTEST_ROWS_MIN = 5;
  private static final int CONTEST_ROWS_MAX = 28;
  private static final int CONTEST_ROW = 9;
  private static final int LANE = 56;
  private static final int LANE_GAP = 12;
  private static final int PAD = 5;
  private static final int AXIS = 44;
  private static final int LEGEND = 112;
  private static final double NS_A_SECOND = 1e9;

  private static final Type TITLE = new Type(20, Palette.INK, true, Anchor.START);
  private static final Type SUBTITLE = new Type(13, Palette.QUIET, false, Anchor.START);
  private static final Type LANE_NAME = new Type(13, Palette.INK, true, Anchor.END);
  private static final Type AXIS_NUMBER = new Type(12, Palette.QUIET, false, Anchor.MIDDLE);

  private final List<Event> history;
  private final int nodes;
  private final String title;
  private final long fromNs;
  private final long toNs;
  private final Rows contests;

  private Timeline(List<Event> history, int nodes, String title, long fromNs, long toNs) {
    this.history = history;
    this.nodes = nodes;
    this.title = title;
    this.fromNs = fromNs;
    this.toNs = Math.max(toNs, fromNs + 1);
    this.contests = Rows.of(Contest.of(history), this::x, CONTEST_ROWS_MAX);
  }

  /** From the first payment on, until all was over. */
  static Timeline of(List<Event> history, int nodes, String title) {
    long from = at(history, Stage.FAULTS_BEGIN, history.isEmpty() ? 0 : history.getFirst().atNs());
    long to = at(history, Stage.SETTLED, history.isEmpty() ? 0 : history.getLast().atNs());
    return new Timeline(history, nodes, title, from, to);
  }

  private static long at(List<Event> history, Stage stage, long otherwise) {
    return history.stream()
        .filter(e -> e instanceof Event.Reached r && r.stage() == stage)
        .mapToLong(Event::atNs)
        .findFirst()
        .orElse(otherwise);
  }

  String svg() {
    int height = lanesEnd() + AXIS + LEGEND;
    Svg svg = new Svg(WIDTH, height);
    svg.rect(0, 0, WIDTH, height, 0, Palette.PAPER, "");
    svg.text(LEFT, 38, TITLE, "What happened when");
    svg.text(LEFT, 60, SUBTITLE, title);
    grounds(svg);
    axis(svg);
    stages(svg);
    contests(svg);
    Band.of(history).forEach(band -> band(svg, band));
    finals(svg);
    Legend.draw(svg, LEFT, lanesEnd() + AXIS);
    return svg.document("Faults, payments and double spends over time: " + title);
  }

  private int contestsHeight() {
    return Math.max(CONTEST_ROWS_MIN, contests.count()) * CONTEST_ROW + 2 * PAD;
  }

  private int lane(int node) {
    return HEAD + contestsHeight() + LANE_GAP + node * (LANE + LANE_GAP);
  }

  private int lanesEnd() {
    return lane(nodes) - LANE_GAP;
  }

  private double x(long atNs) {
    double share = (double) (atNs - fromNs) / (toNs - fromNs);
    return LEFT + Math.clamp(share, 0, 1) * (WIDTH - LEFT - RIGHT);
  }

  private void grounds(Svg svg) {
    int wide = WIDTH - LEFT - RIGHT;
    svg.rect(LEFT, HEAD, wide, contestsHeight(), 6, Palette.LANE, "");
    svg.text(LEFT - 14, HEAD + contestsHeight() / 2.0 - 2, LANE_NAME, "double");
    svg.text(LEFT - 14, HEAD + contestsHeight() / 2.0 + 14, LANE_NAME, "spends");
    for (int node = 0; node < nodes; node++) {
      svg.rect(LEFT, lane(node), wide, LANE, 6, Palette.LANE, "");
      svg.text(LEFT - 14, lane(node) + LANE / 2.0 + 5, LANE_NAME, "Node " + (node + 1));
    }
  }

  private void axis(Svg svg) {
    double seconds = (toNs - fromNs) / NS_A_SECOND;
    int step = 1;
    for (int candidate : new int[] {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600}) {
      step = candidate;
      if (seconds / step <= 18) {
        break;
      }
    }
    for (int second = 0; second <= seconds; second += step) {
      double x = x(fromNs + Math.round(second * NS_A_SECOND));
      svg.line(x, HEAD, x, lanesEnd() + 5, Palette.GRID, 1, "");
      svg.text(x, lanesEnd() + 21, AXIS_NUMBER, second + " s");
    }
  }

  private void stages(Svg svg) {
    stage(svg, Stage.FAULTS_END, "healed", Anchor.END); // in a long run the next one is near
    stage(svg, Stage.PAYMENTS_END, "last payment", Anchor.MIDDLE);
  }

  private void stage(Svg svg, Stage stage, String name, Anchor anchor) {
    long at = at(history, stage, -1);
    if (at >= 0) {
      double x = x(at);
      svg.line(x, HEAD - 6, x, lanesEnd() + 5, Palette.QUIET, 1.2, "4 3");
      svg.text(x, HEAD - 12, new Type(12, Palette.INK, false, anchor), name);
    }
  }

  private void contests(Svg svg) {
    contests
        .places()
        .forEach(
            (contest, row) -> {
              double y = HEAD + PAD + row * CONTEST_ROW + CONTEST_ROW / 2.0;
              double from = x(contest.beganNs());
              Marks.contest(svg, from, x(contest.resolvedNs()), y, contest.end());
            });
  }

  private void band(Svg svg, Band band) {
    double from = x(band.fromNs());
    double y = lane(band.node()) + PAD + (band.kind().isOfProcess() ? 0 : Bands.HEIGHT + 2);
    Bands.draw(svg, band, from, y, x(band.toNs()) - from);
  }

  private void finals(Svg svg) {
    Set<Txid> payments = new HashSet<>();
    List<Set<Txid>> seen = new ArrayList<>();
    List<TreeSet<Double>> marks = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      seen.add(new HashSet<>());
      marks.add(new TreeSet<>());
    }
    for (Event event : history) {
      if (event instanceof Event.Made made) {
        payments.add(made.txid());
      } else if (event instanceof Event.Notified e) {
        e.newState()
            .finalSpender()
            .filter(txid -> payments.contains(txid) && seen.get(e.node()).add(txid))
            .ifPresent(_ -> marks.get(e.node()).add(Math.round(x(e.atNs()) * 2) / 2.0));
      }
    }
    for (int node = 0; node < nodes; node++) {
      Marks.ticks(svg, marks.get(node), lane(node) + LANE - PAD - Marks.TICK);
    }
  }
}
