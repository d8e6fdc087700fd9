package io.timecoin.app.fx.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A verdict as a pill: shape, word and colour. */
public final class VerdictPill extends Label {

  private final ObjectProperty<Verdict> verdict =
      new SimpleObjectProperty<>(this, "verdict", Verdict.OFFLINE);
  private final FontIcon icon = new FontIcon(Verdict.OFFLINE.icon());

  /** A pill of this verdict. */
  public VerdictPill(Verdict first) {
    verdict.set(first);
    getStyleClass().add("tk-verdict");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(Region.USE_PREF_SIZE);
    setGraphic(icon);
    verdict.addListener((_, _, _) -> refresh());
    refresh();
  }

  /** What is shown; never null. */
  public ObjectProperty<Verdict> verdictProperty() {
    return verdict;
  }

  private void refresh() {
    Verdict now = verdict.get();
    getStyleClass().removeIf(name -> name.startsWith("tk-state-"));
    getStyleClass().add(now.styleClass());
    icon.setIconCode(now.icon());
    setText(now.word());
  }
}
