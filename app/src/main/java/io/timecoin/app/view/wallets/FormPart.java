package io.timecoin.app.view.wallets;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.wallets.WalletForm;
import io.timecoin.node.base.Network;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Name, network, node and password, with the first mistake below them. */
final class FormPart extends VBox {

  private static final Texts TEXTS = Texts.of(FormPart.class);

  FormPart(WalletForm form) {
    super(12);
    TextField name = new TextField();
    name.setId("wallet-name");
    name.setPromptText(TEXTS.get("name.prompt"));
    name.textProperty().bindBidirectional(form.nameProperty());
    TextField node = new TextField();
    node.setId("wallet-node");
    node.setPromptText("ws://127.0.0.1:24002");
    node.textProperty().bindBidirectional(form.nodeProperty());
    HBox where =
        new HBox(
            16, field("network", networks(form), false), Parts.wide(field("node", node, true)));
    HBox passwords =
        new HBox(
            16,
            Parts.wide(field("password", password(form), true)),
            Parts.wide(field("repeat", repeat(form), true)));
    Label problem = Parts.paragraph("", "tk-error-text");
    problem.setId("form-problem");
    form.problemProperty()
        .subscribe(
            wrong -> {
              problem.setText(words(wrong));
              Parts.shown(problem, wrong.field() != WalletForm.Field.NONE);
            });
    getChildren().addAll(field("name", name, true), where, passwords, problem);
  }

  private static ChoiceBox<Network> networks(WalletForm form) {
    ChoiceBox<Network> box = new ChoiceBox<>();
    box.getItems().setAll(Network.values());
    box.setId("wallet-network");
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Network network) {
            return network == null ? "" : TEXTS.get("network." + network.name());
          }

          @Override
          public Network fromString(String text) {
            throw new UnsupportedOperationException("a choice is not typed");
          }
        });
    box.valueProperty().bindBidirectional(form.networkProperty());
    return box;
  }

  private static PasswordField password(WalletForm form) {
    PasswordField field = new PasswordField();
    field.setId("wallet-password");
    field.textProperty().bindBidirectional(form.passwordProperty());
    return field;
  }

  private static PasswordField repeat(WalletForm form) {
    PasswordField field = new PasswordField();
    field.setId("wallet-repeat");
    field.textProperty().bindBidirectional(form.repeatedProperty());
    return field;
  }

  /** A control below its name. */
  private static VBox field(String key, Node control, boolean grows) {
    control.setAccessibleText(TEXTS.get(key));
    VBox field = new VBox(6, Parts.text(TEXTS.get(key), "tk-strong"), control);
    field.setFillWidth(grows);
    return field;
  }

  private static String words(WalletForm.Problem problem) {
    return switch (problem.field()) {
      case NONE -> "";
      case NAME -> TEXTS.get("error.name", problem.detail());
      case NODE -> TEXTS.get("error.node");
      case PASSWORD_SHORT -> TEXTS.get("error.short", WalletForm.PASSWORD_MIN);
      case PASSWORD_DIFFERS -> TEXTS.get("error.differs");
    };
  }
}
