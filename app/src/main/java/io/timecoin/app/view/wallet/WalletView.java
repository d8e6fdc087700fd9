package io.timecoin.app.view.wallet;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.AmountLabel;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.EmptyState;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.wallet.WalletModel;
import io.timecoin.app.vm.wallet.WalletModel.ContactView;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Balance, coins, contacts, the latest payments. */
public final class WalletView extends StackPane {

  private static final Texts TEXTS = Texts.of(WalletView.class);
  private static final double SIDE_WIDTH = 300;
  private static final double CHIP_GAP = 8;

  private final WalletModel model;
  private final Actions actions;
  private final FlowPane coins = new FlowPane(CHIP_GAP, CHIP_GAP);
  private final VBox payments = new VBox(4);

  /** Where the screen leads to. */
  public interface Actions {
    /** To the form, as it is. */
    void send();

    /** To the form, with that contact filled in. */
    void pay(String contact);

    /** To one payment. */
    void open(String txid);
  }

  /** Shows that model. */
  public WalletView(WalletModel model, Actions actions) {
    this.model = model;
    this.actions = actions;
    VBox left = new VBox(16, balance(), Parts.tall(coinsCard()));
    VBox right = new VBox(16, contacts(), Parts.tall(recent()));
    right.setMinWidth(SIDE_WIDTH);
    right.setPrefWidth(SIDE_WIDTH);
    getChildren().add(new HBox(16, Parts.wide(left), right));
    model.coins().addListener((ListChangeListener<Object>) _ -> showCoins());
    model.payments().addListener((ListChangeListener<Object>) _ -> showPayments());
    showCoins();
    showPayments();
  }

  private Card balance() {
    AmountLabel total = new AmountLabel();
    total.setId("balance-total");
    total.getStyleClass().add("tk-large");
    total.unitsProperty().bind(model.totalProperty());
    Button send = Parts.button(TEXTS.get("send"), Feather.SEND, actions::send, "accent", "large");
    send.setId("wallet-send");
    send.setDefaultButton(true);
    VBox sum = new VBox(2, Parts.text(title(), "tk-overline"), total);
    sum.setAlignment(Pos.CENTER_LEFT);
    HBox top = new HBox(16, sum, Parts.space(), send);
    top.setAlignment(Pos.CENTER_LEFT);
    HBox parts =
        new HBox(
            24,
            part(TEXTS.get("available"), model.availableProperty()),
            part(TEXTS.get("locked"), model.lockedProperty()),
            part(TEXTS.get("pending"), model.pendingProperty()),
            frozen());
    HashLabel address = new HashLabel();
    address.hashProperty().bind(model.addressValue());
    address.setId("own-address");
    HBox receive = new HBox(8, Parts.text(TEXTS.get("address"), "tk-overline"), address);
    receive.setAlignment(Pos.CENTER_LEFT);
    return new Card(top, parts, receive);
  }

  private String title() {
    return model.name().isEmpty() ? TEXTS.get("balance") : TEXTS.get("balance.of", model.name());
  }

  private Node frozen() {
    Node frozen = part(TEXTS.get("frozen"), model.frozenProperty());
    model.frozenProperty().subscribe(units -> Parts.shown(frozen, units.longValue() > 0));
    return frozen;
  }

  private static Node part(String title, ReadOnlyLongProperty units) {
    AmountLabel amount = new AmountLabel();
    amount.unitsProperty().bind(units);
    amount.setAlignment(Pos.BASELINE_LEFT);
    return new VBox(2, Parts.text(title, "tk-overline"), amount);
  }

  private Card coinsCard() {
    Label count = Parts.text("", "tk-muted");
    model.coinCountProperty().subscribe(n -> count.setText(TEXTS.get("coins.count", n)));
    return Card.titled(TEXTS.get("coins"), Parts.tall(Parts.scrolling(coins))).actions(count);
  }

  private void showCoins() {
    coins.getChildren().setAll(model.coins().stream().map(CoinChip::new).toList());
    long hidden = model.coinCountProperty().get() - model.coins().size();
    if (hidden > 0) {
      coins.getChildren().add(Parts.text(TEXTS.get("coins.more", hidden), "tk-muted"));
    }
  }

  private Card contacts() {
    VBox lines = new VBox(8);
    model
        .contactChanges()
        .subscribe(
            _ -> lines.getChildren().setAll(model.contacts().stream().map(this::line).toList()));
    return Card.titled(TEXTS.get("contacts"), lines);
  }

  private HBox line(ContactView contact) {
    Button pay =
        Parts.button(TEXTS.get("pay"), Feather.SEND, () -> actions.pay(contact.name()), "small");
    pay.setAccessibleText(TEXTS.get("pay.spoken", contact.name()));
    Label letter = Parts.text(contact.name().substring(0, 1), "tk-avatar");
    VBox words =
        new VBox(Parts.text(contact.name(), "tk-strong"), new HashLabel(contact.address()));
    HBox line = new HBox(10, letter, Parts.wide(words), pay);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Card recent() {
    return Card.titled(TEXTS.get("recent"), Parts.tall(payments));
  }

  private void showPayments() {
    List<PaymentView> latest = model.payments();
    if (latest.isEmpty()) {
      String sentence = model.name().isEmpty() ? "none.sentence" : "none.own";
      EmptyState empty = new EmptyState(Feather.SEND, TEXTS.get("none"), TEXTS.get(sentence));
      empty.setMaxHeight(Double.MAX_VALUE);
      payments.getChildren().setAll(Parts.tall(empty));
    } else {
      payments
          .getChildren()
          .setAll(
              latest.stream()
                  .map(payment -> new PaymentLine(payment, () -> actions.open(payment.txid())))
                  .toList());
    }
  }
}
