package io.timecoin.app.vm.utxos;

import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.wallet.book.Book;
import io.timecoin.app.wallet.book.Frozen;
import io.timecoin.app.wallet.book.LabelTarget;
import io.timecoin.app.wallet.book.Labels;
import io.timecoin.node.base.OutPoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/** The table of outputs. */
public final class UtxosModel implements Screen {

  /** Rows that changed are filtered anew at most this often: it looks at all of them. */
  static final long REFILTER_MICROS = 500_000;

  /**
   * Rows put into a table that is there already, or taken out of it, each time: the sorted table
   * takes time for each that grows with its length, and a thousand at once would be felt. The rest
   * follows.
   */
  static final int CHANGED_MAX = 50;

  /** Which outputs are let through. */
  public enum Group {
    ALL,
    /** Not spent for ever yet. */
    HELD,
    UNSPENT,
    /** Locked or pending. */
    MOVING,
    SPENT
  }

  private final @Nullable Purse purse;
  private final ObservableList<UtxoRow> rows = FXCollections.observableArrayList();
  private final ObservableList<UtxoRow> allRows = FXCollections.unmodifiableObservableList(rows);
  private final FilteredList<UtxoRow> filtered = new FilteredList<>(rows);
  private final SortedList<UtxoRow> sorted = new SortedList<>(filtered);
  private final Deque<UtxoRow> waiting = new ArrayDeque<>();
  private final Set<UtxoRow> leaving = new LinkedHashSet<>();
  private final Map<OutPoint, UtxoRow> byOutPoint = new HashMap<>();
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObjectProperty<Group> group = new SimpleObjectProperty<>(this, "group", Group.HELD);
  private final ReadOnlyLongWrapper units = new ReadOnlyLongWrapper(this, "units");
  private PersistentMap<OutPoint, Utxo> seen = PersistentMap.empty();
  private boolean refilterDue;
  private long refilteredAt;

  /** No outputs, of a wallet that can be written to, or null where addresses are only watched. */
  public UtxosModel(@Nullable Purse purse) {
    this.purse = purse;
    if (purse != null) {
      purse.bookProperty().addListener((_, _, _) -> noteAll());
    }
    filter.addListener((_, _, _) -> refilter());
    group.addListener((_, _, _) -> refilter());
    refilter();
  }

  @Override
  public void show(SessionState state, long now) {
    PersistentMap<OutPoint, Utxo> current = state.wallet().utxos();
    Differences differences = new Differences();
    current.changesSince(seen, differences);
    seen = current;
    if (!differences.gone.isEmpty()) {
      waiting.removeIf(differences.gone::contains);
      leaving.addAll(differences.gone);
    }
    waiting.addAll(differences.added);
    removeSome();
    addSome();
    units.set(state.wallet().balance().total().units());
    refilterDue |= differences.moved;
    if (refilterDue && now - refilteredAt >= REFILTER_MICROS) {
      refilteredAt = now;
      refilter();
    }
  }

  private void removeSome() {
    Set<UtxoRow> now = new HashSet<>();
    Iterator<UtxoRow> next = leaving.iterator();
    while (next.hasNext() && now.size() < CHANGED_MAX) {
      now.add(next.next());
      next.remove();
    }
    if (!now.isEmpty()) {
      rows.removeIf(now::contains);
    }
  }

  /** All of them into an empty table, which costs one sort; else a few each time. */
  private void addSome() {
    int count = rows.isEmpty() ? waiting.size() : Math.min(waiting.size(), CHANGED_MAX);
    List<UtxoRow> now = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      now.add(waiting.remove());
    }
    if (!now.isEmpty()) {
      rows.addAll(now);
    }
  }

  private final class Differences implements PersistentMap.Changes<OutPoint, Utxo> {
    private final List<UtxoRow> added = new ArrayList<>();
    private final Set<UtxoRow> gone = new HashSet<>();
    private boolean moved;

    @Override
    public void put(OutPoint key, @Nullable Utxo before, Utxo utxo) {
      UtxoRow row = byOutPoint.get(key);
      if (row == null) {
        UtxoRow made = new UtxoRow(utxo);
        made.note(noteOf(key));
        byOutPoint.put(key, made);
        added.add(made);
      } else {
        moved |= before == null || seenByFilter(before, utxo);
        row.show(utxo);
      }
    }

    @Override
    public void removed(OutPoint key, Utxo before) {
      UtxoRow row = byOutPoint.remove(key);
      if (row != null) {
        gone.add(row);
      }
    }
  }

  private UtxoRow.Note noteOf(OutPoint outPoint) {
    if (purse == null) {
      return UtxoRow.Note.NONE;
    }
    Book book = purse.book();
    String label = book.labels().of(outPoint).orElse("");
    return new UtxoRow.Note(label, book.frozen().contains(outPoint));
  }

  private void noteAll() {
    byOutPoint.forEach((outPoint, row) -> row.note(noteOf(outPoint)));
  }

  /** Whether coins can be chosen, put aside and labelled here. */
  public boolean isOurs() {
    return purse != null;
  }

  /** Puts coins aside, or takes them back. */
  public void freeze(Collection<UtxoRow> coins, boolean frozen) {
    if (purse != null) {
      purse.write(
          book -> {
            Frozen changed = book.frozen();
            for (UtxoRow coin : coins) {
              changed = changed.with(OutPoint.parse(coin.outPoint()), frozen);
            }
            return book.with(changed);
          });
    }
  }

  /** Writes a label on coins; blank takes it off. */
  public void label(Collection<UtxoRow> coins, String text) {
    if (purse != null) {
      String fitting = text.substring(0, Math.min(text.length(), Labels.CHARS_MAX));
      purse.write(
          book -> {
            Labels changed = book.labels();
            for (UtxoRow coin : coins) {
              OutPoint outPoint = OutPoint.parse(coin.outPoint());
              changed = changed.with(new LabelTarget.OfOutput(outPoint), fitting);
            }
            return book.with(changed);
          });
    }
  }

  private void refilter() {
    refilterDue = false;
    Group wanted = group.get();
    String text = filter.get().strip().toLowerCase(Locale.ROOT);
    filtered.setPredicate(row -> belongs(row.standing().kind(), wanted) && matches(row, text));
  }

  /**
   * Whether the filters may judge the output differently now. Most changes leave it where it is,
   * and filtering replaces the whole list, which costs the table a hundred times what a change
   * does.
   */
  private boolean seenByFilter(Utxo before, Utxo now) {
    Group wanted = group.get();
    boolean stays =
        belongs(StateKind.of(before.stage()), wanted) == belongs(StateKind.of(now.stage()), wanted);
    boolean foundBySpender = !filter.get().isBlank();
    return !stays || (foundBySpender && !Objects.equals(before.spender(), now.spender()));
  }

  private static boolean belongs(StateKind kind, Group wanted) {
    boolean spent = kind == StateKind.SPENT_FINALIZED || kind == StateKind.CONFIRMED;
    return switch (wanted) {
      case ALL -> true;
      case HELD -> !spent;
      case UNSPENT -> kind == StateKind.UNSPENT;
      case MOVING -> !spent && kind != StateKind.UNSPENT;
      case SPENT -> spent;
    };
  }

  private static boolean matches(UtxoRow row, String text) {
    return text.isEmpty()
        || row.outPoint().contains(text)
        || row.address().toLowerCase(Locale.ROOT).contains(text)
        || row.note().label().toLowerCase(Locale.ROOT).contains(text)
        || row.standing().spender().contains(text);
  }

  /** What the filters let through; bind its comparator to the table's. */
  public SortedList<UtxoRow> rows() {
    return sorted;
  }

  /** All of them. */
  public ObservableList<UtxoRow> all() {
    return allRows;
  }

  /** Part of an outpoint, an address or a spender's txid; empty for everything. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** Which states are shown. */
  public ObjectProperty<Group> groupProperty() {
    return group;
  }

  /** What all outputs that are not spent hold together. */
  public ReadOnlyLongProperty unitsProperty() {
    return units.getReadOnlyProperty();
  }
}
