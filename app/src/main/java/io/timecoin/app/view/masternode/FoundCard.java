package io.timecoin.app.view.masternode;

import static io.timecoin.app.view.masternode.MasternodeView.TEXTS;
import static io.timecoin.app.view.masternode.MasternodeView.field;

import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.masternode.FoundModel;
import io.timecoin.app.vm.masternode.FoundModel.Problem;
import io.timecoin.app.vm.masternode.MasternodePort.Founded;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Name, size, first port and password of a new network. */
final class FoundCard extends Card {

  FoundCard(FoundModel model, Consumer<Founded.Done> founded) {
    TextField name = new TextField();
    name.textProperty().bindBidirectional(model.nameProperty());
    TextField count = new TextField();
    count.textProperty().bindBidirectional(model.masternodesProperty());
    TextField base = new TextField();
    base.textProperty().bindBidirectional(model.basePortProperty());
    PasswordField password = new PasswordField();
    password.textProperty().bindBidirectional(model.passwordProperty());
    PasswordField repeated = new PasswordField();
    repeated.textProperty().bindBidirectional(model.repeatedProperty());
    Label problem = Parts.paragraph("", "tk-error-text");
    model.problemProperty().subscribe(wrong -> say(problem, words(wrong)));
    Button found = Parts.button(TEXTS.get("found"), Feather.PLUS, model::found, "accent");
    found.setId("found");
    found.setDefaultButton(true);
    found.disableProperty().bind(model.completeProperty().not());
    model
        .workingProperty()
        .subscribe(busy -> found.setText(TEXTS.get(busy ? "found.working" : "found")));
    model
        .outcomeProperty()
        .subscribe(
            outcome -> {
              if (outcome instanceof Founded.Done done) {
                founded.accept(done);
              } else if (outcome instanceof Founded.Failed failed) {
                say(problem, failed.reason());
              }
            });
    HBox last = new HBox(found);
    last.setAlignment(Pos.CENTER_RIGHT);
    getChildren()
        .addAll(
            Parts.paragraph(TEXTS.get("found.sentence"), "tk-muted"),
            new HBox(
                16,
                Parts.wide(field("found.name", name, "found-name")),
                field("found.count", count, "found-count"),
                field("found.port", base, "found-port")),
            new HBox(
                16,
                Parts.wide(field("password", password, "found-password")),
                Parts.wide(field("repeat", repeated, "found-repeat"))),
            problem,
            last);
  }

  private static void say(Label label, String sentence) {
    label.setText(sentence);
    Parts.shown(label, !sentence.isEmpty());
  }

  private static String words(Problem problem) {
    return problem == Problem.NONE
        ? ""
        : TEXTS.get("problem." + problem.name(), FoundModel.MASTERNODES_MAX);
  }
}
