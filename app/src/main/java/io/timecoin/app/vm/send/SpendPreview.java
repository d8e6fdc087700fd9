package io.timecoin.app.vm.send;

import io.timecoin.app.vm.Names;
import io.timecoin.app.wallet.OwnCoin;
import io.timecoin.app.wallet.Payment;
import io.timecoin.app.wallet.Recipient;
import java.util.List;

/**
 * Inputs and outputs of the payment about to be signed.
 *
 * @param inputs the outputs spent
 * @param recipients name or address and what they get
 * @param change zero if nothing comes back
 */
public record SpendPreview(List<Part> inputs, List<Part> recipients, long change, long fee) {

  /** Nothing can be shown yet. */
  public static final SpendPreview NONE = new SpendPreview(List.of(), List.of(), 0, 0);

  /** An outpoint, or a name or address, with its amount. */
  public record Part(String text, long units) {}

  static SpendPreview of(Payment payment, Names names) {
    return new SpendPreview(
        payment.inputs().stream().map(SpendPreview::input).toList(),
        payment.recipients().stream().map(recipient -> output(recipient, names)).toList(),
        payment.change().units(),
        payment.fee().units());
  }

  private static Part input(OwnCoin coin) {
    return new Part(coin.outPoint().toString(), coin.amount().units());
  }

  private static Part output(Recipient recipient, Names names) {
    return new Part(
        names.of(recipient.address()).orElse(recipient.address().toString()),
        recipient.amount().units());
  }

  /** Whether there is anything to show. */
  public boolean isEmpty() {
    return inputs.isEmpty();
  }

  /** What the recipients get together. */
  public long amount() {
    return recipients.stream().mapToLong(Part::units).sum();
  }

  /** What leaves the wallet. */
  public long total() {
    return amount() + fee;
  }
}
