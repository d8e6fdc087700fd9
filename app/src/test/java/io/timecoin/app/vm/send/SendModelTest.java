package io.timecoin.app.vm.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import io.timecoin.app.vm.Told;
import io.timecoin.app.wallet.OwnCoin;
import io.timecoin.app.wallet.Payment;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendModelTest {

  private final List<Payment> paid = new ArrayList<>();
  private final List<Consumer<String>> signed = new ArrayList<>();
  private final SendModel model = model('.');

  private SendModel model(char separator) {
    SendModel made =
        new SendModel(
            Network.DEVNET,
            Messages.ME,
            Amount.ofUnits(1_000),
            Told.NAMES,
            (payment, done) -> {
              paid.add(payment);
              signed.add(done);
            },
            separator);
    made.show(new Told().heard(Messages.snapshot(1, 5), 1).state(), 1);
    return made;
  }

  @Test
  void prefilledPaymentCanBeSentAtOnce() {
    model.prefill("Bob", 4);
    assertThat(model.recipientNameProperty().get()).isEqualTo("Bob");
    assertThat(model.sendableProperty().get()).isTrue();
    SpendPreview preview = model.previewProperty().get();
    assertThat(preview.recipient()).isEqualTo("Bob");
    assertThat(preview.inputs()).hasSize(1);
    assertThat(preview.amount() + preview.change() + preview.fee())
        .isEqualTo(Amount.ofTime(5).units());
  }

  @Test
  void secondClickSendsNothing() {
    model.prefill("Bob", 4);
    model.send(_ -> {});
    model.send(_ -> {});
    assertThat(paid).hasSize(1);
    assertThat(model.sendableProperty().get()).isFalse();
    assertThat(model.sendingProperty().get()).isTrue();
  }

  @Test
  void signedPaymentFreesTheButton() {
    model.prefill("Bob", 4);
    List<String> sent = new ArrayList<>();
    model.send(sent::add);
    signed.getFirst().accept("txid");
    assertThat(sent).containsExactly("txid");
    assertThat(model.sendableProperty().get()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, NOT_A_NUMBER",
    "-1, NOT_A_NUMBER",
    "1e3, NOT_A_NUMBER",
    "'1,000', NOT_A_NUMBER",
    "0, ZERO",
    "0.000000001, TOO_MANY_DECIMALS",
    "99999999999999, TOO_LARGE",
    "15, NOT_ENOUGH",
    "16, NOT_ENOUGH"
  })
  void amountErrorStandsBesideTheAmount(String typed, FieldError.Kind kind) {
    model.prefill("Bob", 1);
    model.amountProperty().set(typed);
    assertThat(model.amountErrorProperty().get().kind()).isEqualTo(kind);
    assertThat(model.recipientErrorProperty().get().isError()).isFalse();
    assertThat(model.sendableProperty().get()).isFalse();
    assertThat(model.previewProperty().get().isEmpty()).isTrue();
  }

  @Test
  void amountIsTypedInTheSeparatorOfTheLanguage() {
    SendModel german = model(',');
    german.prefill("Bob", 1);
    german.amountProperty().set("2,5");
    assertThat(german.previewProperty().get().amount()).isEqualTo(250_000_000);
    german.amountProperty().set("2.5");
    assertThat(german.amountErrorProperty().get().kind()).isEqualTo(FieldError.Kind.NOT_A_NUMBER);
  }

  @Test
  void mistypedAddressNamesTheReason() {
    model.recipientProperty().set("TIME0abc");
    assertThat(model.recipientErrorProperty().get().kind())
        .isEqualTo(FieldError.Kind.NOT_AN_ADDRESS);
    assertThat(model.recipientErrorProperty().get().detail()).isNotEmpty();
  }

  @Test
  void addressOfAnotherNetworkIsRefused() {
    model
        .recipientProperty()
        .set(
            Hashes.addressOf(Network.MAINNET.addressVersion(), new PublicKey(1, 1, 1, 1))
                .toString());
    assertThat(model.recipientErrorProperty().get().kind())
        .isEqualTo(FieldError.Kind.OTHER_NETWORK);
  }

  @Test
  void maximumLeavesTheFee() {
    model.prefill("Bob", 1);
    model.fillMax();
    SpendPreview preview = model.previewProperty().get();
    assertThat(preview.total()).isEqualTo(Amount.ofTime(15).units());
    assertThat(preview.change()).isZero();
  }

  @Test
  void coinThatIsTakenMeanwhileIsReplaced() {
    model.prefill("Bob", 4);
    OutPoint first = coin().outPoint();
    assertThat(first).isEqualTo(Messages.out(4));
    Told told = new Told().heard(Messages.snapshot(1, 5), 1);
    told.heard(
        Messages.change(
            1, 4, UtxoState.UNSPENT, new UtxoState.Locked(Messages.payment().txid(), 1)),
        2);
    model.show(told.state(), 2);
    assertThat(model.sendableProperty().get()).isTrue();
    model.send(_ -> {});
    assertThat(paid.getFirst().inputs()).extracting(OwnCoin::outPoint).doesNotContain(first);
  }

  private OwnCoin coin() {
    SpendPreview.Part part = model.previewProperty().get().inputs().getFirst();
    return new OwnCoin(OutPoint.parse(part.outPoint()), Amount.ofUnits(part.units()), Messages.ME);
  }
}
