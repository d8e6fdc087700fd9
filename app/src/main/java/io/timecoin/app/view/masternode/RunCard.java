package io.timecoin.app.view.masternode;

import static io.timecoin.app.view.masternode.MasternodeView.TEXTS;
import static io.timecoin.app.view.masternode.MasternodeView.field;

import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.masternode.MasternodePort.Checked;
import io.timecoin.app.vm.masternode.MasternodePort.Started;
import io.timecoin.app.vm.masternode.RunModel;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Files, ports and peers of a node, a check, and its start. */
final class RunCard extends Card {

  private final RunModel model;
  private final Label checked = Parts.paragraph("", "tk-small");
  private final Label cause = Parts.paragraph("", "tk-error-text");

  RunCard(RunModel model, Supplier<Optional<String>> chooser) {
    this.model = model;
    Button choose =
        Parts.button(
            TEXTS.get("config.choose"),
            Feather.FOLDER,
            () -> chooser.get().ifPresent(model::use),
            "small");
    choose.setId("choose-config");
    PasswordField password = new PasswordField();
    password.textProperty().bindBidirectional(model.passwordProperty());
    VBox ports =
        new VBox(
            8,
            new HBox(
                16,
                Parts.wide(line("genesis", model.genesisProperty())),
                Parts.wide(line("data", model.dataDirProperty()))),
            new HBox(
                16,
                Parts.wide(line("key", model.keyFileProperty())),
                Parts.wide(field("key.password", password, "run-password"))),
            new HBox(
                16,
                line("p2p", model.p2pPortProperty()),
                line("ws", model.wsPortProperty()),
                Parts.wide(line("seeds", model.seedsProperty()))));
    HBox head =
        new HBox(12, Parts.wide(Parts.paragraph(TEXTS.get("run.sentence"), "tk-muted")), choose);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, ports, checked, cause, buttons());
    model.checkedProperty().subscribe(this::show);
    model.failureProperty().subscribe(this::show);
  }

  private static VBox line(String key, StringProperty value) {
    TextField text = new TextField();
    text.textProperty().bindBidirectional(value);
    return field(key, text, "run-" + key);
  }

  private HBox buttons() {
    Button check = Parts.button(TEXTS.get("check"), Feather.CHECK_SQUARE, model::check);
    check.setId("run-check");
    Button start = Parts.button(TEXTS.get("start"), Feather.PLAY, model::start, "accent");
    start.setId("run-start");
    start.setDefaultButton(true);
    start.disableProperty().bind(model.workingProperty());
    model
        .workingProperty()
        .subscribe(busy -> start.setText(TEXTS.get(busy ? "start.working" : "start")));
    HBox row = new HBox(12, check, start);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }

  private void show(@Nullable Checked result) {
    Parts.shown(checked, result != null);
    if (result == null) {
      return;
    }
    boolean good = result.problem().isEmpty() && result.p2pFree() && result.wsFree();
    checked.getStyleClass().setAll("label", good ? "tk-known" : "tk-error-text");
    checked.setText(
        result.problem().isEmpty()
            ? TEXTS.get(
                "checked",
                TEXTS.get(result.p2pFree() ? "free" : "taken"),
                TEXTS.get(result.wsFree() ? "free" : "taken"),
                result.reachable(),
                result.others())
            : result.problem());
  }

  private void show(Started.@Nullable Failed failure) {
    Parts.shown(cause, failure != null);
    if (failure != null) {
      String remedy = failure.remedy().isEmpty() ? "" : " " + failure.remedy();
      String reason = failure.reason();
      cause.setText((reason.endsWith(".") ? reason : reason + ".") + remedy);
    }
  }
}
