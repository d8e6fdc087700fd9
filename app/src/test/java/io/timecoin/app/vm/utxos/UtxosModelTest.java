package io.timecoin.app.vm.utxos;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.vm.Told;
import io.timecoin.app.vm.utxos.UtxosModel.Group;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Txid;
import io.timecoin.node.utxo.UtxoState;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class UtxosModelTest {

  private static final UtxoState LOCKED = new UtxoState.Locked(new Txid(1, 1, 1, 1), 1);

  private final UtxosModel model = new UtxosModel(null);
  private final Told told = new Told();

  @Test
  void changedOutputKeepsItsRow() {
    model.show(told.heard(Messages.snapshot(1, 3), 1).state(), 1);
    UtxoRow row = row(1);
    AtomicInteger listChanges = new AtomicInteger();
    model.all().addListener((ListChangeListener<UtxoRow>) _ -> listChanges.incrementAndGet());
    model.show(told.heard(Messages.change(1, 1, UtxoState.UNSPENT, LOCKED), 2).state(), 2);
    assertThat(row(1)).isSameAs(row);
    assertThat(row.standing().kind()).isEqualTo(StateKind.LOCKED);
    assertThat(listChanges).hasValue(0);
  }

  @Test
  void goneOutputLosesItsRow() {
    model.show(told.heard(Messages.snapshot(1, 3), 1).state(), 1);
    model.show(told.heard(Messages.snapshot(1, 2), 2).state(), 2);
    assertThat(model.all()).hasSize(2);
    assertThat(model.unitsProperty().get()).isEqualTo(Amount.ofTime(3).units());
  }

  @Test
  void filtersByStateAndText() {
    model.show(told.heard(Messages.snapshot(1, 3), 1).state(), 1);
    model.show(told.heard(Messages.change(1, 1, UtxoState.UNSPENT, LOCKED), 2).state(), 2);
    model.groupProperty().set(Group.MOVING);
    assertThat(model.rows()).containsExactly(row(1));
    model.groupProperty().set(Group.UNSPENT);
    assertThat(model.rows()).hasSize(2);
    model.groupProperty().set(Group.ALL);
    model.filterProperty().set(Messages.out(2).toString().substring(50));
    assertThat(model.rows()).containsExactly(row(2));
    model.filterProperty().set(Messages.ME.toString().toLowerCase(Locale.ROOT));
    assertThat(model.rows()).hasSize(3);
  }

  @Test
  void rowsThatLeaveTheGroupLeaveTheTableSoon() {
    model.groupProperty().set(Group.UNSPENT);
    long now = UtxosModel.REFILTER_MICROS;
    model.show(told.heard(Messages.snapshot(1, 3), 1).state(), now);
    model.show(told.heard(Messages.change(1, 1, UtxoState.UNSPENT, LOCKED), 2).state(), now);
    assertThat(model.rows()).hasSize(2);
    model.show(told.heard(Messages.change(2, 2, UtxoState.UNSPENT, LOCKED), 3).state(), now + 1);
    assertThat(model.rows()).hasSize(2);
    model.show(told.state(), 2 * now);
    assertThat(model.rows()).hasSize(1);
  }

  private UtxoRow row(int number) {
    return model.all().stream()
        .filter(row -> row.outPoint().equals(Messages.out(number).toString()))
        .findFirst()
        .orElseThrow();
  }

  /** Else what listens to a list is collected with the list. */
  @Test
  void listsAreTheSameEachTime() {
    assertThat(model.all()).isSameAs(model.all());
  }

  @Test
  void manyNewRowsComeInAFewAtATimeAndNoneIsLost() {
    UtxosModel all = new UtxosModel(null);
    all.groupProperty().set(UtxosModel.Group.ALL);
    Told some = new Told().heard(Messages.snapshot(1, 10), 1);
    all.show(some.state(), 1);
    assertThat(all.all()).hasSize(10);
    some.heard(Messages.snapshot(1, 1_000), 2);
    all.show(some.state(), 2);
    assertThat(all.all()).hasSize(10 + UtxosModel.CHANGED_MAX);
    some.heard(Messages.snapshot(1, 600), 3); // what waits may be gone before it is shown
    for (int i = 0; i < 40; i++) {
      all.show(some.state(), 3);
    }
    assertThat(all.all()).hasSize(600);
  }
}
