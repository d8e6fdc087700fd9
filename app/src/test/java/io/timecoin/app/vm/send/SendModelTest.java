package io.timecoin.app.vm.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Purses;
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
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendModelTest {

  private final Purse purse = Purses.mine();
  private final List<Runnable> refused = new ArrayList<>();
  private final List<Payment> paid = new ArrayList<>();
  private final List<Consumer<String>> signed = new ArrayList<>();
  private final SendModel model = model('.');

  private SendModel model(char separator) {
    SendModel made =
        new SendModel(
            purse,
            Amount.ofUnits(1_000),
            true,
            Told.NAMES,
            (payment, done, no) -> {
              paid.add(payment);
              signed.add(done);
              refused.add(no);
            },
            separator);
    made.show(new Told().heard(Messages.snapshot(1, 5), 1).state(), 1);
    return made;
  }

  @Test
  void prefilledPaymentCanBeSentAtOnce() {
    model.prefill("Bob", 4);
    assertThat(line().nameProperty().get()).isEqualTo("Bob");
    assertThat(model.sendableProperty().get()).isTrue();
    SpendPreview preview = model.previewProperty().get();
    assertThat(preview.recipients().getFirst().text()).isEqualTo("Bob");
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
  void coinsOfAPaymentThatNoNodeAnsweredYetAreNotSpentAgain() {
    Told told = new Told().heard(Messages.snapshot(1, 1), 1);
    model.show(told.state(), 1);
    assertThat(model.availableProperty().get()).isEqualTo(Amount.ofTime(1).units());
    told.event(new SessionEvent.Submitted(Messages.payment()), 2);
    model.show(told.state(), 2);
    assertThat(model.availableProperty().get()).isZero();
  }

  @Test
  void signedPaymentFreesTheButton() {
    model.prefill("Bob", 4);
    List<String> sent = new ArrayList<>();
    model.send(sent::add);
    signed.getFirst().accept("txid");
    assertThat(sent).containsExactly("txid");
    assertThat(model.sendingProperty().get()).isFalse();
    assertThat(line().amountProperty().get()).isEmpty();
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
    line().amountProperty().set(typed);
    assertThat(line().amountErrorProperty().get().kind()).isEqualTo(kind);
    assertThat(line().recipientErrorProperty().get().isError()).isFalse();
    assertThat(model.sendableProperty().get()).isFalse();
    assertThat(model.previewProperty().get().isEmpty()).isTrue();
  }

  @Test
  void amountIsTypedInTheSeparatorOfTheLanguage() {
    SendModel german = model(',');
    german.prefill("Bob", 1);
    german.lines().getFirst().amountProperty().set("2,5");
    assertThat(german.previewProperty().get().amount()).isEqualTo(250_000_000);
    german.lines().getFirst().amountProperty().set("2.5");
    assertThat(german.lines().getFirst().amountErrorProperty().get().kind())
        .isEqualTo(FieldError.Kind.NOT_A_NUMBER);
  }

  @Test
  void mistypedAddressNamesTheReason() {
    line().recipientProperty().set("TIME0abc");
    assertThat(line().recipientErrorProperty().get().kind())
        .isEqualTo(FieldError.Kind.NOT_AN_ADDRESS);
    assertThat(line().recipientErrorProperty().get().detail()).isNotEmpty();
  }

  @Test
  void addressOfAnotherNetworkIsRefused() {
    line()
        .recipientProperty()
        .set(
            Hashes.addressOf(Network.MAINNET.addressVersion(), new PublicKey(1, 1, 1, 1))
                .toString());
    assertThat(line().recipientErrorProperty().get().kind())
        .isEqualTo(FieldError.Kind.OTHER_NETWORK);
  }

  @Test
  void maximumLeavesTheFee() {
    model.prefill("Bob", 1);
    model.fillMax(line());
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

  private RecipientLine line() {
    return model.lines().getFirst();
  }

  @Test
  void twoArePaidAtOnce() {
    model.prefill("Bob", 4);
    model.addLine();
    assertThat(model.sendableProperty().get()).isFalse();
    RecipientLine second = model.lines().get(1);
    second.recipientProperty().set(Messages.ME.toString());
    second.amountProperty().set("3");
    SpendPreview preview = model.previewProperty().get();
    assertThat(preview.recipients())
        .extracting(SpendPreview.Part::units)
        .containsExactly(Amount.ofTime(4).units(), Amount.ofTime(3).units());
    model.send(_ -> {});
    assertThat(paid.getFirst().recipients()).hasSize(2);
  }

  @Test
  void maximumOfALineLeavesWhatTheOthersGet() {
    model.prefill("Bob", 4);
    model.addLine();
    RecipientLine second = model.lines().get(1);
    second.recipientProperty().set(Messages.ME.toString());
    model.fillMax(second);
    SpendPreview preview = model.previewProperty().get();
    assertThat(preview.total()).isEqualTo(Amount.ofTime(15).units());
    assertThat(preview.recipients().getFirst().units()).isEqualTo(Amount.ofTime(4).units());
    assertThat(preview.change()).isZero();
  }

  @Test
  void removedLineIsNotPaid() {
    model.prefill("Bob", 4);
    model.addLine();
    model.removeLine(model.lines().get(1));
    assertThat(model.sendableProperty().get()).isTrue();
    model.removeLine(line());
    assertThat(model.lines()).hasSize(1);
    assertThat(line().amountProperty().get()).isEmpty();
  }

  @Test
  void chosenCoinsAndNoOthersAreSpent() {
    model.prefill("Bob", 1);
    model.pick(Set.of(Messages.out(1), Messages.out(2)));
    assertThat(model.previewProperty().get().inputs())
        .extracting(SpendPreview.Part::text)
        .containsExactlyInAnyOrder(Messages.out(1).toString(), Messages.out(2).toString());
    line().amountProperty().set("5");
    assertThat(line().amountErrorProperty().get().kind()).isEqualTo(FieldError.Kind.NOT_ENOUGH);
    model.pick(Set.of());
    assertThat(model.sendableProperty().get()).isTrue();
  }

  @Test
  void frozenCoinIsNeverSpent() {
    purse.write(book -> book.with(book.frozen().with(Messages.out(4), true)));
    assertThat(model.availableProperty().get()).isEqualTo(Amount.ofTime(10).units());
    model.prefill("Bob", 4);
    assertThat(model.previewProperty().get().inputs())
        .extracting(SpendPreview.Part::text)
        .doesNotContain(Messages.out(4).toString());
    line().amountProperty().set("10");
    assertThat(line().amountErrorProperty().get().kind()).isEqualTo(FieldError.Kind.NOT_ENOUGH);
  }

  @Test
  void coinFrozenMeanwhileIsReplaced() {
    model.prefill("Bob", 4);
    OutPoint first = coin().outPoint();
    purse.write(book -> book.with(book.frozen().with(first, true)));
    assertThat(coin().outPoint()).isNotEqualTo(first);
  }

  @Test
  void feeIsTheLeastOrMore() {
    model.prefill("Bob", 4);
    model.feeProperty().set("0.005");
    assertThat(model.previewProperty().get().fee()).isEqualTo(500_000);
    model.feeProperty().set("0.000001");
    assertThat(model.feeErrorProperty().get())
        .isEqualTo(new FieldError(FieldError.Kind.FEE_TOO_LOW, "", 1_000));
    assertThat(model.sendableProperty().get()).isFalse();
    model.feeProperty().set("");
    assertThat(model.previewProperty().get().fee()).isEqualTo(1_000);
  }

  @Test
  void absurdFeeIsRefusedBeforeItIsPaid() {
    model.prefill("Bob", 4);
    model.feeProperty().set("0.01000001");
    assertThat(model.feeErrorProperty().get())
        .isEqualTo(new FieldError(FieldError.Kind.FEE_TOO_HIGH, "", 1_000_000));
    assertThat(model.sendableProperty().get()).isFalse();
    model.feeProperty().set("0.01");
    assertThat(model.feeErrorProperty().get()).isEqualTo(FieldError.NONE);
    assertThat(model.sendableProperty().get()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "timecoin:TIME0abc, LINK_BAD_ADDRESS",
    "timecoin:TIME0abc?amount=1&amount=2, LINK_TWICE",
    "timecoin:TIME0abc?req-moon=1, LINK_UNKNOWN_REQUIREMENT",
    "timecoin:TIME0abc?label=%zz, LINK_BAD_ENCODING"
  })
  void linkThatMustNotBeFollowedSaysWhy(String link, FieldError.Kind why) {
    FieldError error = model.follow(link);
    assertThat(error.isError()).isTrue();
    assertThat(error.kind()).isIn(why, FieldError.Kind.LINK_BAD_ADDRESS);
  }

  @Test
  void lockedWalletShowsWhatItWouldSpendAndSendsNothing() {
    model.prefill("Bob", 4);
    purse.lock();
    assertThat(model.availableProperty().get()).isEqualTo(Amount.ofTime(15).units());
    assertThat(model.previewProperty().get().isEmpty()).isFalse();
    assertThat(model.sendableProperty().get()).isFalse();
    model.send(_ -> {});
    assertThat(paid).isEmpty();
  }

  @Test
  void refusedSignatureKeepsTheForm() {
    model.prefill("Bob", 4);
    model.send(_ -> {});
    refused.getFirst().run();
    assertThat(model.sendingProperty().get()).isFalse();
    assertThat(line().amountProperty().get()).isEqualTo("4");
  }

  private OwnCoin coin() {
    SpendPreview.Part part = model.previewProperty().get().inputs().getFirst();
    return new OwnCoin(OutPoint.parse(part.text()), Amount.ofUnits(part.units()), Messages.ME);
  }
}
