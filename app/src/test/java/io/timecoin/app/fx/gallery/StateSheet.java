package io.timecoin.app.fx.gallery;

import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.fx.state.StateBadge;
import io.timecoin.app.fx.vote.Seat;
import io.timecoin.app.fx.vote.VoteRing;
import io.timecoin.app.fx.vote.Votes;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Badges and rings. */
final class StateSheet {

  private StateSheet() {}

  static Parent badges() {
    FlowPane words = new FlowPane(8, 8);
    FlowPane shapes = new FlowPane(8, 8);
    for (BadgeState state : BadgeState.values()) {
      words.getChildren().add(new StateBadge(state));
      StateBadge compact = new StateBadge(state);
      compact.compactProperty().set(true);
      shapes.getChildren().add(compact);
    }
    FlowPane filling = new FlowPane(8, 8);
    for (int votes = 1; votes <= 7; votes++) {
      StateBadge badge = new StateBadge();
      badge.show(BadgeState.SPENT_PENDING, votes, 7);
      filling.getChildren().add(badge);
    }
    HBox rings = new HBox(16);
    rings.setAlignment(Pos.CENTER_LEFT);
    for (Votes votes : votes()) {
      VoteRing ring = new VoteRing(VoteRing.Size.COMPACT);
      ring.show(votes);
      rings.getChildren().add(ring);
    }
    return new VBox(24, words, shapes, filling, rings);
  }

  static Parent rings(int from, int to) {
    HBox box = new HBox(8);
    box.setAlignment(Pos.CENTER);
    for (Votes votes : votes().subList(from, to)) {
      VoteRing ring = new VoteRing(VoteRing.Size.FULL);
      ring.show(votes);
      box.getChildren().add(ring);
    }
    return box;
  }

  static List<Votes> votes() {
    return List.of(
        Votes.counting(seven(), 5),
        Votes.counting(
            List.of(
                Seat.committed("node-1", 1.2, 4.1),
                Seat.prepared("node-2", 2.4),
                Seat.prepared("node-3", 3.4),
                Seat.committed("node-4", 1.9, 5.2),
                Seat.empty("node-5"),
                Seat.offline("node-6"),
                Seat.rejected("node-7")),
            5),
        Votes.finalAfter(
            12,
            List.of(
                Seat.committed("node-1", 1.2, 4.1),
                Seat.committed("node-2", 1.2, 4.1),
                Seat.committed("node-3", 1.2, 4.1),
                Seat.prepared("node-4", 4),
                Seat.committed("node-5", 1.2, 4.1),
                Seat.committed("node-6", 1.2, 4.1),
                Seat.empty("node-7")),
            5),
        Votes.counting(
            List.of(
                Seat.prepared("a", 1),
                Seat.prepared("b", 1),
                Seat.prepared("c", 1),
                Seat.prepared("d", 1),
                Seat.offline("e"),
                Seat.offline("f"),
                Seat.offline("g")),
            5),
        Votes.finalAfter(3.1, List.of(Seat.committed("alone", 1, 2)), 1),
        Votes.counting(many(21, 9), 15),
        Votes.finalAfter(148, many(100, 71), 67));
  }

  private static List<Seat> seven() {
    List<Seat> seats = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      seats.add(Seat.empty("node-" + i));
    }
    return seats;
  }

  private static List<Seat> many(int n, int commits) {
    List<Seat> seats = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int spread = i * 37 % n;
      seats.add(
          spread < commits
              ? Seat.committed("mn-" + i, 3, 5)
              : spread < commits + n / 8
                  ? Seat.prepared("mn-" + i, 3)
                  : spread == n - 1
                      ? Seat.rejected("mn-" + i)
                      : spread >= n - 3 ? Seat.offline("mn-" + i) : Seat.empty("mn-" + i));
    }
    return seats;
  }
}
