package io.timecoin.app.vm;

import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxOutput;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the purse which of its addresses have been paid, so that it hands out others and watches
 * further ones. That is also how a wallet restored from words finds all it ever used: what is seen
 * on the first addresses makes it look at the next, until twenty in a row were never paid.
 */
public final class PurseFollower implements Screen {

  private final Purse purse;
  private final Set<Address> paid = new HashSet<>();
  private PersistentMap<OutPoint, Utxo> utxos = PersistentMap.empty();
  private PersistentMap<Txid, WalletTransaction> transactions = PersistentMap.empty();

  /** Has seen nothing yet. */
  public PurseFollower(Purse purse) {
    this.purse = purse;
  }

  @Override
  public void show(SessionState state, long now) {
    Set<Address> found = new HashSet<>();
    Set<Address> own = state.wallet().own();
    state.wallet().utxos().changesSince(utxos, new Outputs(found));
    state.wallet().transactions().changesSince(transactions, new Bodies(own, found));
    utxos = state.wallet().utxos();
    transactions = state.wallet().transactions();
    if (paid.addAll(found)) {
      purse.paid(found);
    }
  }

  /** All addresses seen to have been paid. */
  public Set<Address> paid() {
    return Set.copyOf(paid);
  }

  private record Outputs(Set<Address> found) implements PersistentMap.Changes<OutPoint, Utxo> {
    @Override
    public void put(OutPoint key, @Nullable Utxo before, Utxo now) {
      if (before == null) {
        found.add(now.address());
      }
    }

    @Override
    public void removed(OutPoint key, Utxo before) {
      // it was paid all the same
    }
  }

  private record Bodies(Set<Address> own, Set<Address> found)
      implements PersistentMap.Changes<Txid, WalletTransaction> {
    @Override
    public void put(Txid key, @Nullable WalletTransaction before, WalletTransaction now) {
      Transaction body = now.body();
      if (body != null && (before == null || before.body() == null)) {
        body.outputs().stream().map(TxOutput::address).filter(own::contains).forEach(found::add);
      }
    }

    @Override
    public void removed(Txid key, WalletTransaction before) {
      // forgotten, not undone
    }
  }
}
