package io.timecoin.app.view.dashboard;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.view.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Saves what a card of the dashboard shows. */
final class ExportButton {

  private static final Texts TEXTS = Texts.of(ExportButton.class);

  private ExportButton() {}

  /** For the card of that name. */
  static Button of(String card, Runnable action) {
    Button button = Parts.button(TEXTS.get("export"), Feather.DOWNLOAD, action, "small");
    button.setId(card + "-export");
    button.setTooltip(new Tooltip(TEXTS.get(card + ".export")));
    return button;
  }
}
