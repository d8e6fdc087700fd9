package io.timecoin.app.vm.trial;

import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.send.Spendable;
import io.timecoin.app.wallet.CoinPool;
import io.timecoin.app.wallet.Contact;
import io.timecoin.app.wallet.OwnCoin;
import io.timecoin.app.wallet.Payment;
import io.timecoin.app.wallet.PaymentDraft;
import io.timecoin.app.wallet.PaymentPlan;
import io.timecoin.app.wallet.Recipient;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans the small payments with which a trial is made. */
record TrialCoins(Purse purse, Names names, Spendable spendable, Amount fee) {

  /** One TIME. */
  static final Amount ONE = Amount.ofTime(1);

  /** Two payments that cannot both become final. */
  record Pair(Payment one, Payment other) {}

  /** One TIME to that contact, if the coins that are free allow it. */
  Optional<Payment> pay(String contact) {
    return plan(contact, Set.of());
  }

  /** The same coin to one contact and to the other. */
  Optional<Pair> payTwice(String contact, String other) {
    CoinPool pool = spendable.pool();
    Optional<Set<OutPoint>> coin =
        pool.free().stream()
            .filter(free -> free.amount().compareTo(ONE.plus(fee)) >= 0)
            .min(Comparator.comparing(OwnCoin::amount).thenComparing(OwnCoin::outPoint))
            .map(smallest -> Set.of(smallest.outPoint()));
    return coin.flatMap(
        picked ->
            plan(contact, picked)
                .flatMap(one -> plan(other, picked).map(two -> new Pair(one, two))));
  }

  private Optional<Payment> plan(String contact, Set<OutPoint> picked) {
    return names.contacts().stream()
        .filter(known -> known.name().equals(contact))
        .map(Contact::address)
        .findFirst()
        .map(
            to ->
                PaymentDraft.of(
                        List.of(new Recipient(to, ONE)), fee, purse.keyring().changeAddress())
                    .picking(picked))
        .flatMap(
            draft ->
                PaymentPlan.of(spendable.pool(), draft, fee) instanceof PaymentPlan.Ready ready
                    ? Optional.of(ready.payment())
                    : Optional.empty());
  }
}
