package io.timecoin.app.view.send;

import static io.timecoin.app.view.send.SendView.TEXTS;

import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.send.CodePort;
import io.timecoin.app.vm.send.ScanModel;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a payment request comes from that nobody wants to type. */
final class ScanPart extends MenuButton {

  ScanPart(ScanModel model) {
    super(TEXTS.get("scan"), new FontIcon(Feather.CAMERA));
    setId("send-scan");
    getStyleClass().add("small");
    setMinWidth(Region.USE_PREF_SIZE);
    getItems()
        .addAll(
            item("scan-file", "scan.file", Feather.IMAGE, model::file),
            item("scan-clipboard", "scan.clipboard", Feather.CLIPBOARD, model::clipboard));
    disableProperty().bind(model.lookingProperty());
  }

  private static MenuItem item(String id, String text, Feather icon, Runnable action) {
    MenuItem item = new MenuItem(TEXTS.get(text), new FontIcon(icon));
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /** That a picture is looked at, or why nothing came of it. */
  static VBox trouble(ScanModel model) {
    Label looking = Parts.text(TEXTS.get("scan.looking"), "tk-small", "tk-muted");
    model.lookingProperty().subscribe(now -> Parts.shown(looking, now));
    Label wrong = Parts.paragraph("", "tk-error-text");
    wrong.setId("scan-problem");
    model
        .problemProperty()
        .subscribe(
            nothing -> {
              boolean fine = nothing.problem() == CodePort.Problem.NONE;
              wrong.setText(fine ? "" : TEXTS.get("scan." + nothing.problem(), nothing.detail()));
              Parts.shown(wrong, !fine);
            });
    VBox both = new VBox(looking, wrong);
    both.managedProperty().bind(looking.managedProperty().or(wrong.managedProperty()));
    return both;
  }
}
