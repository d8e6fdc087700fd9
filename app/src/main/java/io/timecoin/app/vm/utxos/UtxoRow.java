package io.timecoin.app.vm.utxos;

import io.timecoin.app.state.StageTimes;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.vm.StateKind;
import io.timecoin.node.base.Txid;
import io.timecoin.node.utxo.UtxoState;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A line of the table. What can change is one property, set where it is: the list stays as it is.
 */
public final class UtxoRow {

  private static final long MICROS_PER_MILLI = 1_000;

  /**
   * What can change.
   *
   * @param spender the transaction that holds or spent it, empty while unspent
   * @param sinceMillis milliseconds since 1970 when it came there, 0 where not seen
   */
  public record Standing(StateKind kind, int votes, int total, String spender, long sinceMillis) {}

  /** What somebody wrote or decided about it. */
  public record Note(String label, boolean frozen) {
    static final Note NONE = new Note("", false);
  }

  private final ReadOnlyObjectWrapper<Note> note =
      new ReadOnlyObjectWrapper<>(this, "note", Note.NONE);
  private final String outPoint;
  private final String address;
  private final long units;
  private final ReadOnlyObjectWrapper<Standing> standing;

  UtxoRow(Utxo utxo) {
    this.outPoint = utxo.outPoint().toString();
    this.address = utxo.address().toString();
    this.units = utxo.amount().units();
    this.standing = new ReadOnlyObjectWrapper<>(this, "standing", standing(utxo));
  }

  void note(Note now) {
    note.set(now);
  }

  void show(Utxo utxo) {
    standing.set(standing(utxo));
  }

  private static Standing standing(Utxo utxo) {
    Txid spender = utxo.spender();
    long since = utxo.times().of(utxo.stage());
    int votes = 0;
    int total = 0;
    if (utxo.state() instanceof UtxoState.SpentPending pending) {
      votes = pending.votes();
      total = pending.totalNodes();
    }
    return new Standing(
        StateKind.of(utxo.stage()),
        votes,
        total,
        spender == null ? "" : spender.toString(),
        since == StageTimes.NEVER ? 0 : since / MICROS_PER_MILLI);
  }

  /** {@code txid:vout}. */
  public String outPoint() {
    return outPoint;
  }

  /** Who holds it. */
  public String address() {
    return address;
  }

  /** Its amount in units. */
  public long units() {
    return units;
  }

  /** Where it stands. */
  public Standing standing() {
    return standing.get();
  }

  /** Where it stands. */
  public ReadOnlyObjectProperty<Standing> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  /** Label and whether it is put aside. */
  public ReadOnlyObjectProperty<Note> noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Label and whether it is put aside. */
  public Note note() {
    return note.get();
  }
}
