package io.timecoin.app.vm.trial;

import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.PaymentViews;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.vm.send.PaymentPort;
import io.timecoin.app.vm.send.Reserved;
import io.timecoin.app.vm.send.Spendable;
import io.timecoin.app.vm.trial.TrialPort.Problem;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.StatusReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Small payments that show what broken links and stopped nodes do to them. */
public final class TrialPayments implements Screen {

  /** Payments of this page that are still shown. */
  static final int RECENT_MAX = 5;

  private final Purse purse;
  private final Names names;
  private final PaymentPort payer;
  private final TrialPort port;
  private final ReadOnlyObjectWrapper<List<PaymentView>> recent =
      new ReadOnlyObjectWrapper<>(this, "recent", List.of());
  private final ReadOnlyObjectWrapper<@Nullable Contest> contest =
      new ReadOnlyObjectWrapper<>(this, "contest");
  private final ReadOnlyBooleanWrapper payable = new ReadOnlyBooleanWrapper(this, "payable");
  private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper(this, "sending");
  private final ReadOnlyObjectWrapper<Problem> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Problem.NONE);
  private final Reserved reserved = new Reserved();
  private final List<Txid> followed = new ArrayList<>();
  private final Set<Txid> awaited = new HashSet<>();
  private boolean signing;
  private PersistentMap<OutPoint, Utxo> utxos = PersistentMap.empty();
  private Amount fee;
  private @Nullable Pair pair;
  private @Nullable SessionState shown;

  private record Pair(Txid one, Txid other) {}

  /**
   * None made yet.
   *
   * @param fee the least the network takes, until the node reports it
   */
  TrialPayments(Purse purse, Names names, Amount fee, PaymentPort payer, TrialPort port) {
    this.purse = purse;
    this.names = names;
    this.fee = fee;
    this.payer = payer;
    this.port = port;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same objects: nothing changed
  public void show(SessionState state, long now) {
    SessionState before = shown;
    if (before != null
        && before.wallet() == state.wallet()
        && before.network().report() == state.network().report()) {
      return;
    }
    shown = state;
    StatusReport report = state.network().report();
    fee = report == null ? fee : report.minFee();
    utxos = state.wallet().utxos();
    reserved.follow(state.wallet().transactions());
    refresh(state);
  }

  private void refresh(SessionState state) {
    awaited.removeIf(state.wallet().transactions()::contains);
    sending.set(signing || !awaited.isEmpty());
    payable.set(!sending.get() && coins().pay(other()).isPresent());
    recent.set(followed.stream().flatMap(txid -> view(state, txid).stream()).toList());
    Pair two = pair;
    if (two != null) {
      Optional<PaymentView> one = view(state, two.one());
      Optional<PaymentView> other = view(state, two.other());
      if (one.isPresent() && other.isPresent()) {
        contest.set(new Contest(one.get(), other.get()));
      }
    }
  }

  private Optional<PaymentView> view(SessionState state, Txid txid) {
    WalletTransaction known = state.wallet().transactions().get(txid);
    return Optional.ofNullable(known).map(found -> PaymentViews.of(state, names, found));
  }

  private TrialCoins coins() {
    return new TrialCoins(purse, names, new Spendable(purse, utxos, reserved.coins()), fee);
  }

  /** Who is paid: the second contact, Bob in the demo. */
  public String other() {
    return names.contacts().getLast().name();
  }

  /** Who pays this wallet, and is the other side of a double spend: the first contact, Alice. */
  public String first() {
    return names.contacts().getFirst().name();
  }

  /** Pays 1 TIME to the second contact; nothing happens while there is no coin for it. */
  public void pay() {
    coins()
        .pay(other())
        .filter(_ -> begin())
        .ifPresent(
            payment ->
                payer.pay(
                    payment,
                    txid -> {
                      follow(txid);
                      await(Txid.parse(txid));
                    },
                    this::await));
  }

  /** Pays one coin to two people at once; nothing happens while there is none for it. */
  public void payTwice() {
    coins()
        .payTwice(other(), first())
        .filter(_ -> begin())
        .ifPresent(
            twice ->
                port.payTwice(
                    twice.one(),
                    twice.other(),
                    told -> {
                      switch (told) {
                        case TrialPort.Twice.Sent sent -> {
                          pair = new Pair(Txid.parse(sent.one()), Txid.parse(sent.other()));
                          contest.set(null);
                          await(pair.one(), pair.other());
                        }
                        case TrialPort.Twice.Failed failed -> {
                          problem.set(failed.problem());
                          await();
                        }
                      }
                    }));
  }

  /** Lets the first contact pay this wallet. */
  public void receive() {
    problem.set(Problem.NONE);
    port.receive(
        txid -> {
          follow(txid);
          shownAgain();
        },
        problem::set);
  }

  private boolean begin() {
    if (sending.get()) {
      return false;
    }
    problem.set(Problem.NONE);
    signing = true;
    sending.set(true);
    payable.set(false);
    return true;
  }

  /** Nothing more is sent until these are in the state, and with them the coins they spend. */
  private void await(Txid... sent) {
    signing = false;
    awaited.addAll(List.of(sent));
    shownAgain();
  }

  private void shownAgain() {
    SessionState state = shown;
    if (state != null) {
      refresh(state);
    }
  }

  private void follow(String txid) {
    followed.addFirst(Txid.parse(txid));
    if (followed.size() > RECENT_MAX) {
      followed.removeLast();
    }
  }

  /** The payments made here, the latest first, at most five. */
  public ReadOnlyObjectProperty<List<PaymentView>> recentProperty() {
    return recent.getReadOnlyProperty();
  }

  /** The last double spend, or null before the first and until both payments were seen. */
  public ReadOnlyObjectProperty<@Nullable Contest> contestProperty() {
    return contest.getReadOnlyProperty();
  }

  /** Whether there is a free coin to pay with, and nothing is being signed. */
  public ReadOnlyBooleanProperty payableProperty() {
    return payable.getReadOnlyProperty();
  }

  /** Why the last attempt came to nothing. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
