package io.timecoin.app.vm.send;

import io.timecoin.app.vm.Names;
import io.timecoin.app.wallet.Payment;
import io.timecoin.app.wallet.Recipient;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Inputs and outputs of the payment about to be signed.
 *
 * @param inputs the outputs spent
 * @param recipient names or addresses
 * @param change zero if nothing comes back
 */
public record SpendPreview(
    List<Part> inputs, String recipient, long amount, long change, long fee) {

  /** Nothing can be shown yet. */
  public static final SpendPreview NONE = new SpendPreview(List.of(), "", 0, 0, 0);

  /** One output spent. */
  public record Part(String outPoint, long units) {}

  static SpendPreview of(Payment payment, Names names) {
    return new SpendPreview(
        payment.inputs().stream()
            .map(coin -> new Part(coin.outPoint().toString(), coin.amount().units()))
            .toList(),
        payment.recipients().stream()
            .map(Recipient::address)
            .map(to -> names.of(to).orElse(to.toString()))
            .collect(Collectors.joining(", ")),
        payment.amount().units(),
        payment.change().units(),
        payment.fee().units());
  }

  /** Whether there is anything to show. */
  public boolean isEmpty() {
    return inputs.isEmpty();
  }

  /** What leaves the wallet. */
  public long total() {
    return amount + fee;
  }
}
