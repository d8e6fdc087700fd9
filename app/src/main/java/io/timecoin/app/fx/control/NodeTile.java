package io.timecoin.app.fx.control;

import io.timecoin.app.fx.Texts;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One node of the demo network on its way from starting to ready, or why it failed. Where several
 * stand side by side, the reason belongs into a message below them: a tile is 200 pixels wide.
 */
public final class NodeTile extends VBox {

  private static final Texts TEXTS = Texts.of(NodeTile.class);
  private static final double WIDTH = 200;

  private final Label name = new Label();
  private final Label word = new Label();
  private final Label detail = new Label();
  private final FontIcon icon = new FontIcon(Feather.CIRCLE);
  private final ProgressBar bar = new ProgressBar(0);
  private final ObjectProperty<NodePhase> phase =
      new SimpleObjectProperty<>(this, "phase", NodePhase.WAITING);

  /** A node that has not begun. */
  public NodeTile(String name) {
    super(8);
    getStyleClass().addAll("tk-card", "tk-node-tile");
    setAccessibleRole(AccessibleRole.TEXT);
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH / 2);
    this.name.setText(name);
    this.name.getStyleClass().add("tk-strong");
    word.getStyleClass().add("tk-node-word");
    detail.getStyleClass().addAll("tk-small", "tk-muted");
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(8, icon, this.name);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, word, bar, detail);
    phase.addListener((_, _, _) -> refresh());
    detail.textProperty().addListener((_, _, _) -> refresh());
    refresh();
  }

  /** What people call it. */
  public StringProperty nameProperty() {
    return name.textProperty();
  }

  /** Where it is on its way. */
  public ObjectProperty<NodePhase> phaseProperty() {
    return phase;
  }

  /** 0…1 while starting, or negative where that cannot be told. */
  public DoubleProperty progressProperty() {
    return bar.progressProperty();
  }

  /** Its address and the time it took, or the reason why it failed. */
  public StringProperty detailProperty() {
    return detail.textProperty();
  }

  private void refresh() {
    NodePhase now = phase.get();
    icon.setIconCode(iconOf(now));
    word.setText(TEXTS.get("node." + now.name()));
    for (NodePhase any : NodePhase.values()) {
      pseudoClassStateChanged(
          PseudoClass.getPseudoClass(any.name().toLowerCase(Locale.ROOT)), any == now);
    }
    bar.setVisible(
        now == NodePhase.STARTING || now == NodePhase.STOPPING || now == NodePhase.WAITING);
    bar.setManaged(bar.isVisible());
    detail.setWrapText(now == NodePhase.FAILED);
    setAccessibleText(name.getText() + ": " + word.getText() + " " + detail.getText());
  }

  private static Ikon iconOf(NodePhase phase) {
    return switch (phase) {
      case WAITING -> Feather.CIRCLE;
      case STARTING, STOPPING -> Feather.LOADER;
      case READY -> Feather.CHECK_CIRCLE;
      case FAILED -> Feather.X_CIRCLE;
      case STOPPED -> Feather.PAUSE_CIRCLE;
    };
  }
}
