package io.timecoin.app.vm.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.AmountText;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Purses;
import io.timecoin.app.vm.Told;
import io.timecoin.app.wallet.book.LabelTarget;
import io.timecoin.app.wallet.uri.PaymentUri;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiveModelTest {

  private final Purse purse = Purses.fromWords();
  private final ReceiveModel model = new ReceiveModel(purse, Told.NAMES, '.');
  private final Told told = new Told();

  @Test
  void linkSaysWhatWasTyped() {
    model.amountProperty().set("3");
    model.labelProperty().set("Order 1284");
    PaymentUri.Understood link =
        (PaymentUri.Understood) PaymentUri.parse(model.requestProperty().get().link());
    assertThat(link.uri().amount()).contains(Amount.ofTime(3));
    assertThat(link.uri().message()).isEqualTo("Order 1284");
    assertThat(link.uri().address()).isEqualTo(address());
    model.amountProperty().set("three");
    assertThat(model.requestProperty().get().problem()).isEqualTo(AmountText.Problem.NOT_A_NUMBER);
  }

  @Test
  void paidAddressStaysWhileItsPaymentIsWatched() {
    Address asked = address();
    pay(asked, 5);
    assertThat(address()).isEqualTo(asked);
    assertThat(model.arrivalProperty().get().units()).isEqualTo(Amount.ofTime(5).units());
  }

  @Test
  void whatIsAskedForAfterAPaymentIsAskedForElsewhere() {
    Address asked = address();
    pay(asked, 5);
    model.amountProperty().set("3");
    assertThat(address()).isNotEqualTo(asked);
    assertThat(model.arrivalProperty().get()).isEqualTo(ReceiveModel.Arrival.NONE);
    Address second = address();
    model.amountProperty().set("30");
    assertThat(address()).as("one request, one address").isEqualTo(second);
  }

  @Test
  void labelIsKeptWhenTheLinkIsHandedOut() {
    model.labelProperty().set("Order 1284");
    Address asked = address();
    model.handedOut();
    assertThat(purse.book().labels().of(new LabelTarget.OfAddress(asked))).contains("Order 1284");
  }

  @Test
  void anotherAddressIsEmptyAgain() {
    Address asked = address();
    model.amountProperty().set("3");
    assertThat(model.next()).isTrue();
    assertThat(address()).isNotEqualTo(asked);
    assertThat(model.amountProperty().get()).isEmpty();
  }

  private Address address() {
    return Address.parse(model.requestProperty().get().address());
  }

  private void pay(Address to, long time) {
    Transaction like = Messages.payment();
    Transaction payment =
        new Transaction(
            like.version(),
            like.inputs(),
            List.of(new TxOutput(Amount.ofTime(time), to)),
            like.lockTime(),
            like.timestamp());
    purse.paid(List.of(to));
    told.event(new SessionEvent.Submitted(payment), 1);
    model.show(told.state(), 1);
  }
}
