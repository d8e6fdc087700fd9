package io.timecoin.app.fx.vote;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.fx.state.StateShape;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The words in the middle of a vote ring. */
final class RingCenter extends VBox {

  private static final Texts TEXTS = Texts.of(RingCenter.class);

  private final VoteRing.Size size;
  private final Formats formats;
  private final Label phase = new Label();
  private final Label count = new Label();
  private final Label of = new Label();
  private final Label time = new Label();
  private final StateShape check = new StateShape();

  RingCenter(VoteRing.Size size, Formats formats) {
    this.size = size;
    this.formats = formats;
    setAlignment(Pos.CENTER);
    setMouseTransparent(true);
    phase.getStyleClass().add("tk-ring-phase");
    count.getStyleClass().add("tk-ring-count");
    of.getStyleClass().add("tk-ring-of");
    time.getStyleClass().add("tk-ring-time");
    check.getStyleClass().add(BadgeState.SPENT_FINALIZED.styleClass());
    check.show(BadgeState.SPENT_FINALIZED, 1);
    if (size == VoteRing.Size.COMPACT) {
      getChildren().add(count);
    } else {
      HBox line = new HBox(6, count, of);
      line.setAlignment(Pos.BASELINE_CENTER);
      getChildren().addAll(phase, line, time);
    }
  }

  void show(Votes votes) {
    int total = votes.seats().size();
    count.setText(
        size == VoteRing.Size.COMPACT && total > 0 && total < 10
            ? TEXTS.get("ring.short", votes.commits(), total)
            : formats.count(votes.commits()));
    of.setText(TEXTS.get("ring.of", total));
    phase.setText(phase(votes));
    phase.setGraphic(votes.isFinal() ? check : null);
    time.setText(
        votes.finalMillis().isPresent()
            ? formats.millis(votes.finalMillis().getAsDouble())
            : TEXTS.get("ring.prepared", votes.prepares()));
    visible(of, true);
    visible(count, true);
  }

  /** Tells about one seat in place of the whole. */
  void show(Seat seat) {
    phase.setGraphic(null);
    phase.setText(seat.name());
    count.setText("");
    visible(count, false);
    visible(of, false);
    time.setText(details(seat, "\n"));
  }

  /** The whole ring in one sentence. */
  String summary(Votes votes) {
    int total = votes.seats().size();
    return votes.finalMillis().isPresent()
        ? TEXTS.get(
            "ring.spoken.final",
            votes.commits(),
            total,
            formats.millis(votes.finalMillis().getAsDouble()))
        : TEXTS.get("ring.spoken", votes.commits(), total, votes.quorum(), phase(votes));
  }

  /** One seat in one sentence. */
  String summary(Seat seat) {
    return TEXTS.get("seat.spoken", seat.name(), details(seat, ", "));
  }

  private String details(Seat seat, String between) {
    StringBuilder text = new StringBuilder(TEXTS.get("seat." + seat.state().name()));
    seat.prepareMillis()
        .ifPresent(
            ms -> text.append(between).append(TEXTS.get("seat.prepare", formats.millis(ms))));
    seat.commitMillis()
        .ifPresent(ms -> text.append(between).append(TEXTS.get("seat.commit", formats.millis(ms))));
    return text.toString();
  }

  private static String phase(Votes votes) {
    if (votes.seats().isEmpty()) {
      return TEXTS.get("ring.empty");
    }
    if (votes.isFinal()) {
      return TEXTS.get("ring.final");
    }
    if (votes.lost()) {
      return TEXTS.get("ring.lost");
    }
    if (votes.quorumOutOfReach()) {
      return TEXTS.get("ring.noquorum");
    }
    int missing = votes.quorum() - votes.commits();
    return votes.prepares() == 0
        ? TEXTS.get("ring.waiting")
        : TEXTS.get("ring.missing", Math.max(0, missing));
  }

  private static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
