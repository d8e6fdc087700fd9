package io.timecoin.node.cli.chaos;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The payer's books: free coins, what is offered, what is contested. Safe on any thread. */
final class Ledger {
  private record Made(Money from, Money to) {}

  private final Deque<Money> free = new ArrayDeque<>();
  private final Map<Txid, Made> underWay = new HashMap<>();
  private final Set<Txid> finals = new HashSet<>();
  private final Set<Txid> unaccepted = new HashSet<>();
  private final Deque<Transaction> again = new ArrayDeque<>();
  private final Set<Money> contested = new LinkedHashSet<>();
  private int accepted;

  synchronized void giveBack(Money money) {
    free.add(money);
  }

  /** The coin that is free for longest, or null. */
  synchronized @Nullable Money takeCoin() {
    return free.poll();
  }

  /** A payment was made of one coin, and makes another. */
  synchronized void made(Txid txid, Money from, Money to) {
    underWay.put(txid, new Made(from, to));
  }

  /** Two payments of it are made. */
  synchronized void contested(Money money) {
    contested.add(money);
  }

  /** An honest payment: to be offered until it is accepted. */
  synchronized void offered(Transaction payment) {
    unaccepted.add(payment.txid());
  }

  synchronized void answered(Transaction payment, String answer) {
    if (!answer.equals(Event.Answered.ACCEPTED)) {
      again.add(payment);
    } else if (unaccepted.remove(payment.txid())) {
      accepted++;
    }
  }

  synchronized Optional<Transaction> toOfferAgain() {
    return Optional.ofNullable(again.poll());
  }

  /** Somebody has seen that it is final: its output can be spent. */
  synchronized void isFinal(Txid txid) {
    Made made = underWay.remove(txid);
    if (made != null && finals.add(txid)) {
      free.add(made.to());
      contested.remove(made.from());
    }
  }

  /** Honest payments that no node has accepted yet. */
  synchronized int open() {
    return unaccepted.size();
  }

  /** Honest payments that a node has accepted. */
  synchronized int accepted() {
    return accepted;
  }

  /** Payments of either kind that are final. */
  synchronized int finals() {
    return finals.size();
  }

  /** Coins of double spends of which neither is final; they leave the books. */
  synchronized List<Money> takeContested() {
    List<Money> coins = new ArrayList<>(contested);
    contested.clear();
    return coins;
  }
}
