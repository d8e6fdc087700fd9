package io.timecoin.app.fx.control;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A txid, address or key in mono, its middle left out, the whole of it in the tooltip. A click,
 * Enter or Space copies the whole and says so for a moment.
 */
public final class HashLabel extends Label {

  private static final Texts TEXTS = Texts.of(HashLabel.class);
  private static final PseudoClass COPIED = PseudoClass.getPseudoClass("copied");
  private static final Duration HINT_TIME = Duration.millis(1200);

  private final StringProperty hash = new SimpleStringProperty(this, "hash", "");
  private final BooleanProperty shortened = new SimpleBooleanProperty(this, "shortened", true);
  private final Consumer<String> clipboard;
  private final PauseTransition hint = new PauseTransition(HINT_TIME);
  private final FontIcon icon = new FontIcon(Feather.COPY);
  private final Tooltip tooltip = new Tooltip();

  /** An empty label copying to the desktop's clipboard. */
  public HashLabel() {
    this("", HashLabel::copyToDesktop);
  }

  /** A label of this hash copying to the desktop's clipboard. */
  public HashLabel(String hash) {
    this(hash, HashLabel::copyToDesktop);
  }

  /** A label of this hash that hands what is copied to {@code clipboard}. */
  public HashLabel(String firstHash, Consumer<String> clipboard) {
    this.clipboard = clipboard;
    hash.set(firstHash);
    getStyleClass().add("tk-hash");
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(true);
    setGraphic(icon);
    setTooltip(tooltip);
    hash.addListener((_, _, _) -> refresh());
    shortened.addListener((_, _, _) -> refresh());
    hint.setOnFinished(_ -> refresh());
    setOnMouseClicked(
        event -> {
          requestFocus();
          copy();
          event.consume();
        });
    setOnKeyPressed(this::keyPressed);
    refresh();
  }

  /** The whole text, whatever part of it is shown. */
  public StringProperty hashProperty() {
    return hash;
  }

  /** Whether the middle is left out; true at first. */
  public BooleanProperty shortenedProperty() {
    return shortened;
  }

  /** Copies the whole, as a click does. */
  public void copy() {
    clipboard.accept(hash.get());
    pseudoClassStateChanged(COPIED, true);
    icon.setIconCode(Feather.CHECK);
    setText(TEXTS.get("hash.copied"));
    setMinWidth(getWidth());
    hint.playFromStart();
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      copy();
      event.consume();
    }
  }

  private void refresh() {
    hint.stop();
    pseudoClassStateChanged(COPIED, false);
    icon.setIconCode(Feather.COPY);
    setMinWidth(USE_COMPUTED_SIZE);
    String whole = hash.get();
    setText(shortened.get() ? Formats.shortened(whole) : whole);
    tooltip.setText(TEXTS.get("hash.tooltip", whole));
    setAccessibleText(whole);
    setAccessibleHelp(TEXTS.get("hash.help"));
  }

  private static void copyToDesktop(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
