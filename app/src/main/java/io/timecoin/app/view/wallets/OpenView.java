package io.timecoin.app.view.wallets;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.PlainPage;
import io.timecoin.app.vm.wallets.OpenModel;
import io.timecoin.app.vm.wallets.WalletsPort.Outcome;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import org.kordamp.ikonli.feather.Feather;

/** A password, and nothing else. */
public final class OpenView extends PlainPage {

  private static final Texts TEXTS = Texts.of(OpenView.class);

  /** The question of that model. */
  public OpenView(OpenModel model, Runnable back) {
    super(TEXTS.get("open", model.name()), TEXTS.get("open.sentence"), back, card(model));
  }

  private static Card card(OpenModel model) {
    PasswordField password = new PasswordField();
    password.setId("open-password");
    password.setAccessibleText(TEXTS.get("password"));
    password.setPromptText(TEXTS.get("password"));
    password.textProperty().bindBidirectional(model.passwordProperty());
    password.disableProperty().bind(model.workingProperty());
    Label refusal = Parts.paragraph("", "tk-error-text");
    refusal.setId("open-refusal");
    model.outcomeProperty().subscribe(outcome -> say(refusal, outcome));
    Button open = Parts.button(TEXTS.get("open.start"), Feather.UNLOCK, model::open, "accent");
    open.setId("open-wallet");
    open.setDefaultButton(true);
    open.disableProperty().bind(model.workingProperty().or(model.passwordProperty().isEmpty()));
    model
        .workingProperty()
        .subscribe(
            busy -> {
              open.setText(TEXTS.get(busy ? "opening" : "open.start"));
              if (!busy && password.getScene() != null) {
                password.requestFocus();
              }
            });
    return new Card(password, refusal, CreateView.right(open));
  }

  private static void say(Label label, Outcome outcome) {
    label.setText(
        switch (outcome) {
          case Outcome.Opened _ -> "";
          case Outcome.WrongPassword _ -> TEXTS.get("open.wrong");
          case Outcome.Failed failed -> failed.reason();
        });
    Parts.shown(label, !label.getText().isEmpty());
  }
}
