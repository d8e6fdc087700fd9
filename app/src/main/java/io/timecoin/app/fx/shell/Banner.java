package io.timecoin.app.fx.shell;

import io.timecoin.app.fx.state.BadgeState;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line above the screen about something that lasts, with what can be done about it. */
public final class Banner extends HBox {

  private final StringProperty text = new SimpleStringProperty(this, "text", "");

  /**
   * A line that is not there yet.
   *
   * @param colours whose tint it has
   * @param actions at its right end
   */
  public Banner(BadgeState colours, Ikon icon, Node... actions) {
    super(10);
    getStyleClass().addAll("tk-banner", colours.styleClass());
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    Label words = new Label();
    words.textProperty().bind(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(new FontIcon(icon), words);
    getChildren().addAll(actions);
    accessibleTextProperty().bind(text);
    visibleProperty().bind(text.isNotEmpty());
    managedProperty().bind(text.isNotEmpty());
    VBox.setMargin(this, new Insets(0, 24, 8, 24));
  }

  /** What it says; it is not there while that is empty. */
  public StringProperty textProperty() {
    return text;
  }
}
