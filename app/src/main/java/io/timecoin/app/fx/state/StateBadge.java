package io.timecoin.app.fx.state;

import io.timecoin.app.fx.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * The one badge for a state: shape, word and colour. A pending one fills with its votes and counts
 * them ("3/7") as soon as {@link #totalProperty()} is set.
 *
 * <p>Bind the properties, or call {@link #show(BadgeState, int, int)} from a table cell.
 */
public final class StateBadge extends HBox {

  private static final Texts TEXTS = Texts.of(StateBadge.class);

  private final ObjectProperty<BadgeState> state =
      new SimpleObjectProperty<>(this, "state", BadgeState.UNSPENT);
  private final IntegerProperty votes = new SimpleIntegerProperty(this, "votes");
  private final IntegerProperty total = new SimpleIntegerProperty(this, "total");
  private final BooleanProperty compact = new SimpleBooleanProperty(this, "compact");
  private final StateShape shape = new StateShape();
  private final Label word = new Label();
  private final Label count = new Label();
  private final Tooltip tooltip = new Tooltip();

  /** A badge of an unspent output. */
  public StateBadge() {
    this(BadgeState.UNSPENT);
  }

  /** A badge of the given state, no votes counted. */
  public StateBadge(BadgeState first) {
    state.set(first);
    getStyleClass().add("tk-badge");
    setAccessibleRole(AccessibleRole.TEXT);
    setMaxWidth(Region.USE_PREF_SIZE);
    count.getStyleClass().add("tk-badge-count");
    word.setMinWidth(Region.USE_PREF_SIZE);
    count.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(shape, word, count);
    Tooltip.install(this, tooltip);
    state.addListener((_, _, _) -> refresh());
    votes.addListener((_, _, _) -> refresh());
    total.addListener((_, _, _) -> refresh());
    compact.addListener((_, _, _) -> refresh());
    refresh();
  }

  /** Sets state and votes together. */
  public void show(BadgeState newState, int newVotes, int newTotal) {
    votes.set(newVotes);
    total.set(newTotal);
    state.set(newState);
  }

  /** What the badge shows; never null. */
  public ObjectProperty<BadgeState> stateProperty() {
    return state;
  }

  /** Votes counted so far, looked at only while pending. */
  public IntegerProperty votesProperty() {
    return votes;
  }

  /** Masternodes in the set; 0 hides the count. */
  public IntegerProperty totalProperty() {
    return total;
  }

  /** Only the shape, with the word in the tooltip and for screen readers. */
  public BooleanProperty compactProperty() {
    return compact;
  }

  private void refresh() {
    BadgeState now = state.get();
    boolean counted = now == BadgeState.SPENT_PENDING && total.get() > 0;
    shape.show(now, counted ? (double) votes.get() / total.get() : 0.25);
    getStyleClass().removeIf(name -> name.startsWith("tk-state-"));
    getStyleClass().add(now.styleClass());
    word.setText(now.word());
    count.setText(counted ? TEXTS.get("badge.count", votes.get(), total.get()) : "");
    show(word, !compact.get());
    show(count, counted && !compact.get());
    getStyleClass().remove("tk-compact");
    if (compact.get()) {
      getStyleClass().add("tk-compact");
    }
    String spoken =
        counted ? TEXTS.get("badge.spoken", now.word(), votes.get(), total.get()) : now.word();
    setAccessibleText(spoken);
    tooltip.setText(spoken + "\n" + now.meaning());
  }

  private static void show(Label label, boolean visible) {
    label.setVisible(visible);
    label.setManaged(visible);
  }
}
