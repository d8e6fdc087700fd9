package io.timecoin.node.utxo;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Outputs as the chain has them, kept outside of memory: {@code Unspent}, or {@code Confirmed} as
 * spent. Reads only; one thread.
 */
public interface SettledUtxos {
  /** None at all. */
  SettledUtxos NONE =
      new SettledUtxos() {
        @Override
        public Optional<UtxoEntry> utxo(OutPoint outPoint) {
          return Optional.empty();
        }

        @Override
        public List<OutPoint> outPointsOf(Address address) {
          return List.of();
        }

        @Override
        public long utxoCount() {
          return 0;
        }

        @Override
        public void forEachUtxo(Consumer<UtxoEntry> consumer) {}
      };

  /** The output, or empty if it is not here. */
  Optional<UtxoEntry> utxo(OutPoint outPoint);

  /** The outputs of an address, those of lower blocks first. */
  List<OutPoint> outPointsOf(Address address);

  /** How many there are. */
  long utxoCount();

  /** Visits every output in no particular order. */
  void forEachUtxo(Consumer<UtxoEntry> consumer);
}
