package io.timecoin.app.view.dashboard;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.AmountLabel;
import io.timecoin.app.fx.state.StateBadge;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.dashboard.FeedView;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A transition in one line. */
final class FeedCell extends ListCell<FeedView> {

  private static final Texts TEXTS = Texts.of(FeedCell.class);
  private static final Formats FORMATS = Formats.standard();

  /** The list's scroll bar and a gap. */
  private static final double BAR = 34;

  /** The longest name of a state in English; a longer one pushes its own line only. */
  private static final double BADGE = 124;

  private final Label time = Parts.text("", "tk-small", "tk-muted");
  private final Label outPoint = Parts.text("", "tk-mono", "tk-small");
  private final StateBadge badge = new StateBadge();
  private final Label votes = Parts.text("", "tk-small", "tk-muted");
  private final AmountLabel amount = new AmountLabel();
  private final HBox state = new HBox(badge);
  private final HBox line = new HBox(10, time, state, outPoint, votes, Parts.space(), amount);

  FeedCell() {
    line.setAlignment(Pos.CENTER_LEFT);
    state.setAlignment(Pos.CENTER_LEFT);
    state.setMinWidth(BADGE); // so that the outpoints stand below each other
    outPoint.setMinWidth(0);
    time.setMinWidth(Region.USE_PREF_SIZE);
    votes.setMinWidth(Region.USE_PREF_SIZE);
    amount.setMinWidth(Region.USE_PREF_SIZE);
    setPrefWidth(0); // as wide as the list, never wider
    line.prefWidthProperty().bind(widthProperty().subtract(BAR));
  }

  @Override
  protected void updateItem(@Nullable FeedView item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    time.setText(FORMATS.clock(Instant.ofEpochMilli(item.atMillis())));
    badge.show(Looks.badge(item.to()), 0, 0);
    outPoint.setText(Formats.shortened(item.outPoint()));
    votes.setText(item.votes() == 0 ? "" : TEXTS.get("feed.votes", item.votes()));
    amount.unitsProperty().set(item.units());
    setGraphic(line);
  }
}
