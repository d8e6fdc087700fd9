package io.timecoin.app.view.manage;

import static io.timecoin.app.view.manage.ManageView.TEXTS;

import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.manage.ManageModel;
import io.timecoin.app.vm.manage.ManageModel.ContactLine;
import io.timecoin.app.vm.manage.ManageModel.Refusal;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** People to pay: one line each, and one for somebody new. */
final class ContactsCard extends Card {

  private final ManageModel model;
  private final VBox lines = new VBox(6);
  private final TextField name = new TextField();
  private final TextField address = new TextField();
  private final Label refusal = Parts.paragraph("", "tk-error-text");

  ContactsCard(ManageModel model) {
    this.model = model;
    name.setId("contact-name");
    name.setPromptText(TEXTS.get("contact.name"));
    name.setAccessibleText(TEXTS.get("contact.name"));
    address.setId("contact-address");
    address.getStyleClass().add("tk-mono");
    address.setPromptText(TEXTS.get("contact.address"));
    address.setAccessibleText(TEXTS.get("contact.address"));
    Button add = Parts.button(TEXTS.get("contact.add"), Feather.USER_PLUS, this::add);
    add.setId("contact-add");
    add.setMinWidth(Region.USE_PREF_SIZE);
    HBox entry = new HBox(12, name, Parts.wide(address), add);
    entry.setAlignment(Pos.CENTER_LEFT);
    Parts.shown(refusal, false);
    getChildren().addAll(Parts.text(TEXTS.get("contacts"), "tk-heading"), lines, entry, refusal);
    model.changes().subscribe(_ -> show());
  }

  private void add() {
    Refusal came = model.addContact(name.getText(), address.getText());
    boolean taken = came == Refusal.NONE;
    refusal.setText(taken ? "" : TEXTS.get("refusal." + came.name()));
    Parts.shown(refusal, !taken);
    if (taken) {
      name.clear();
      address.clear();
    }
  }

  private void show() {
    lines.getChildren().clear();
    for (ContactLine contact : model.contacts()) {
      Button remove =
          Parts.button(
              "", Feather.X, () -> model.removeContact(contact.name()), "flat", "tk-icon-button");
      remove.setAccessibleText(TEXTS.get("contact.remove", contact.name()));
      Label who = Parts.text(contact.name(), "tk-strong");
      who.setMinWidth(140);
      HBox line = new HBox(12, who, new HashLabel(contact.address()), Parts.space(), remove);
      line.setAlignment(Pos.CENTER_LEFT);
      lines.getChildren().add(line);
    }
  }
}
