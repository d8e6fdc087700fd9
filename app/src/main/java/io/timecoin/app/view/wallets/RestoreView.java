package io.timecoin.app.view.wallets;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.PlainPage;
import io.timecoin.app.vm.wallets.PhraseVerdict;
import io.timecoin.app.vm.wallets.RestoreModel;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Words written down before, and what a wallet needs besides. */
public final class RestoreView extends PlainPage {

  private static final Texts TEXTS = Texts.of(RestoreView.class);

  /** The form of that model. */
  public RestoreView(RestoreModel model, Runnable back) {
    super(TEXTS.get("restore"), TEXTS.get("restore.sentence"), back, card(model));
  }

  private static Card card(RestoreModel model) {
    TextArea phrase = new TextArea();
    phrase.setId("phrase");
    phrase.setWrapText(true);
    phrase.setPrefRowCount(3);
    phrase.getStyleClass().add("tk-mono");
    phrase.setPromptText(TEXTS.get("phrase.prompt"));
    phrase.setAccessibleText(TEXTS.get("phrase"));
    phrase.textProperty().bindBidirectional(model.phraseProperty());
    Label verdict = Parts.paragraph("");
    verdict.setId("phrase-verdict");
    model.verdictProperty().subscribe(told -> say(verdict, told));
    PasswordField passphrase = new PasswordField();
    passphrase.setId("passphrase");
    passphrase.setAccessibleText(TEXTS.get("passphrase"));
    passphrase.setPromptText(TEXTS.get("passphrase.prompt"));
    passphrase.textProperty().bindBidirectional(model.passphraseProperty());
    Label failure = Parts.paragraph("", "tk-error-text");
    model
        .failureProperty()
        .subscribe(
            reason -> {
              failure.setText(reason);
              Parts.shown(failure, !reason.isEmpty());
            });
    Button restore =
        Parts.button(TEXTS.get("restore.start"), Feather.ROTATE_CCW, model::restore, "accent");
    restore.setId("restore");
    restore.setDefaultButton(true);
    restore.disableProperty().bind(model.completeBinding().not());
    model
        .workingProperty()
        .subscribe(busy -> restore.setText(TEXTS.get(busy ? "working" : "restore.start")));
    return new Card(
        new VBox(6, Parts.text(TEXTS.get("phrase"), "tk-strong"), phrase, verdict),
        new VBox(6, Parts.text(TEXTS.get("passphrase"), "tk-strong"), passphrase),
        new FormPart(model.form()),
        failure,
        CreateView.right(restore));
  }

  private static void say(Label label, PhraseVerdict verdict) {
    boolean good = verdict.kind() == PhraseVerdict.Kind.VALID;
    label.getStyleClass().setAll("label", good ? "tk-known" : "tk-error-text");
    label.setText(
        switch (verdict.kind()) {
          case VALID -> TEXTS.get("phrase.valid", verdict.number());
          case COUNT -> verdict.number() == 0 ? "" : TEXTS.get("phrase.count", verdict.number());
          case UNKNOWN -> TEXTS.get("phrase.unknown", verdict.number(), verdict.word());
          case CHECKSUM -> TEXTS.get("phrase.checksum");
        });
    Parts.shown(label, !label.getText().isEmpty());
  }
}
