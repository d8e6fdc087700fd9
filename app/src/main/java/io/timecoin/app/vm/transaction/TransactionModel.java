package io.timecoin.app.vm.transaction;

import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.state.VoteLog;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.PaymentViews;
import io.timecoin.app.vm.Screen;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.tx.Transaction;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One payment, followed from the moment it is sent until it can be proven. */
public final class TransactionModel implements Screen {

  private final Txid txid;
  private final Names names;
  private final ProofPort port;
  private final ReadOnlyObjectWrapper<@Nullable PaymentView> payment =
      new ReadOnlyObjectWrapper<>(this, "payment");
  private final ReadOnlyBooleanWrapper bodyKnown = new ReadOnlyBooleanWrapper(this, "bodyKnown");
  private final ReadOnlyBooleanWrapper certified = new ReadOnlyBooleanWrapper(this, "certified");
  private final ReadOnlyBooleanWrapper replayable = new ReadOnlyBooleanWrapper(this, "replayable");
  private @Nullable WalletTransaction shown;
  private @Nullable VoteLog votes;
  private @Nullable StatusReport report;
  private PersistentMap<OutPoint, Utxo> utxos = PersistentMap.empty();

  /** Follows the payment of that txid, shown from the next state on. */
  public TransactionModel(String txid, Names names, ProofPort port) {
    this.txid = Txid.parse(txid);
    this.names = names;
    this.port = port;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same objects: nothing changed
  public void show(SessionState state, long now) {
    WalletTransaction transaction = state.wallet().transactions().get(txid);
    if (transaction == null
        || (transaction == shown
            && utxos == state.wallet().utxos()
            && report == state.network().report())) {
      return;
    }
    shown = transaction;
    utxos = state.wallet().utxos();
    report = state.network().report();
    bodyKnown.set(transaction.body() != null);
    certified.set(transaction.certificate() != null);
    PaymentView current = PaymentViews.of(state, names, transaction);
    votes = state.wallet().voteLogs().get(txid);
    replayable.set(Replay.of(current, transaction, votes, report).isPresent());
    if (!current.equals(payment.get())) {
      payment.set(current);
    }
  }

  /** What was recorded of it; empty while it is not final, or where nobody looked when it was. */
  public Optional<ReplayModel> replay() {
    WalletTransaction now = shown;
    PaymentView view = payment.get();
    return now == null || view == null
        ? Optional.empty()
        : Replay.of(view, now, votes, report).map(ReplayModel::new);
  }

  /** Whether {@link #replay} has something to show. */
  public ReadOnlyBooleanProperty replayableProperty() {
    return replayable.getReadOnlyProperty();
  }

  /** The whole txid. */
  public String txid() {
    return txid.toString();
  }

  /** The transaction as indented JSON, empty while it is not known. */
  public String json() {
    Transaction body = shown == null ? null : shown.body();
    return body == null ? "" : port.json(body);
  }

  /** The certificate as indented JSON, empty while there is none. */
  public String certificate() {
    VoteCertificate.@Nullable Finality held = shown == null ? null : shown.certificate();
    return held == null ? "" : port.json(held);
  }

  /** Writes the certificate to a file somebody chooses. */
  public void exportCertificate(Consumer<Exported> done) {
    String text = certificate();
    if (!text.isEmpty()) {
      port.export("certificate-" + txid.toString().substring(0, 12) + ".json", text, done);
    }
  }

  /** The payment as it stands, or null until it was heard of. */
  public ReadOnlyObjectProperty<@Nullable PaymentView> paymentProperty() {
    return payment.getReadOnlyProperty();
  }

  /** Whether {@link #json} has something to show. */
  public ReadOnlyBooleanProperty bodyKnownProperty() {
    return bodyKnown.getReadOnlyProperty();
  }

  /** Whether {@link #certificate} has something to show. */
  public ReadOnlyBooleanProperty certifiedProperty() {
    return certified.getReadOnlyProperty();
  }
}
