package io.timecoin.app.vm.send;

import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.Stage;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.wallet.CoinPool;
import io.timecoin.app.wallet.OwnCoin;
import io.timecoin.node.base.OutPoint;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which outputs a payment may spend: unspent, of an address whose key is here, not frozen.
 *
 * @param reserved coins of payments under way that no node has answered yet
 */
public record Spendable(Purse purse, PersistentMap<OutPoint, Utxo> utxos, Set<OutPoint> reserved) {

  /** The coins, the frozen ones named. */
  public CoinPool pool() {
    return new CoinPool(
        utxos.values().stream()
            .filter(this::isOurs)
            .map(utxo -> new OwnCoin(utxo.outPoint(), utxo.amount(), utxo.address()))
            .toList(),
        purse.book().frozen().outPoints());
  }

  /** Whether all of them can still be spent. */
  boolean all(Collection<OutPoint> coins) {
    return coins.stream().map(utxos::get).allMatch(this::isFree);
  }

  /** In units; a locked wallet has its money all the same. */
  long units() {
    return utxos.values().stream()
        .filter(this::isFree)
        .mapToLong(utxo -> utxo.amount().units())
        .sum();
  }

  private boolean isFree(@Nullable Utxo utxo) {
    return utxo != null && isOurs(utxo) && !purse.book().frozen().contains(utxo.outPoint());
  }

  private boolean isOurs(Utxo utxo) {
    return utxo.stage() == Stage.UNSPENT
        && !reserved.contains(utxo.outPoint())
        && (purse.lockedProperty().get() || purse.keyring().canSign(utxo.address()));
  }
}
