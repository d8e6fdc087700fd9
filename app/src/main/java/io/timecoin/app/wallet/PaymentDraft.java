package io.timecoin.app.wallet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to pay, before it is known whether that can be done.
 *
 * @param rest "send all": who gets what is left after recipients and fee, so that nothing comes
 *     back; null for an ordinary payment
 * @param picked exactly these coins are spent; empty: the wallet chooses
 * @param fee asked for; the payment's may be higher by a change too small to be worth an output
 * @param changeTo where money comes back to
 */
public record PaymentDraft(
    List<Recipient> recipients,
    @Nullable Address rest,
    Set<OutPoint> picked,
    Amount fee,
    Address changeTo) {

  public PaymentDraft {
    recipients = List.copyOf(recipients);
    picked = Set.copyOf(picked);
  }

  /** Pays the recipients, with coins the wallet chooses. */
  public static PaymentDraft of(List<Recipient> recipients, Amount fee, Address changeTo) {
    return new PaymentDraft(recipients, null, Set.of(), fee, changeTo);
  }

  /** The same, but everything that is left goes to that address. */
  public PaymentDraft withRestTo(Address address) {
    return new PaymentDraft(recipients, address, picked, fee, changeTo);
  }

  /** The same, with exactly these coins. */
  public PaymentDraft picking(Set<OutPoint> coins) {
    return new PaymentDraft(recipients, rest, coins, fee, changeTo);
  }

  /** The same, at another fee. */
  public PaymentDraft withFee(Amount other) {
    return new PaymentDraft(recipients, rest, picked, other, changeTo);
  }

  /** Outputs of the transaction, without change. */
  int outputCount() {
    return recipients.size() + (rest == null ? 0 : 1);
  }
}
