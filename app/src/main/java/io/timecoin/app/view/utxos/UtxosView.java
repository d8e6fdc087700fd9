package io.timecoin.app.view.utxos;

import io.timecoin.app.fx.Discretion;
import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.AmountLabel;
import io.timecoin.app.fx.control.EmptyState;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.fx.state.StateBadge;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.Rows;
import io.timecoin.app.vm.utxos.UtxoRow;
import io.timecoin.app.vm.utxos.UtxosModel;
import io.timecoin.app.vm.utxos.UtxosModel.Group;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every watched output with its live state. */
public final class UtxosView extends VBox {

  static final Texts TEXTS = Texts.of(UtxosView.class);

  /** "14:03:12" of "14:03:12.345". */
  private static final int SECONDS_CHARS = 8;

  private static final Formats FORMATS = Formats.standard();

  private final UtxosModel model;
  private final TableView<UtxoRow> table = new TableView<>();

  /**
   * The table of that model.
   *
   * @param spending takes the outpoints somebody wants to spend
   * @param open takes the outpoint whose time line somebody wants to see
   */
  public UtxosView(UtxosModel model, Consumer<List<String>> spending, Consumer<String> open) {
    super(12);
    this.model = model;
    table.setId("utxos");
    table.setAccessibleText(TEXTS.get("title"));
    TableColumn<UtxoRow, Long> amount = amount();
    amount.setSortType(TableColumn.SortType.DESCENDING);
    table.getColumns().setAll(List.of(state(), amount, note(), outPoint(), address(), since()));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Rows.onOpen(table, row -> open.accept(row.outPoint()));
    table.setPlaceholder(
        new EmptyState(Feather.DATABASE, TEXTS.get("none"), TEXTS.get("none.sentence")));
    model.rows().comparatorProperty().bind(table.comparatorProperty());
    table.setItems(model.rows());
    table.getSortOrder().add(amount);
    getChildren().addAll(head(), Parts.tall(table));
    if (model.isOurs()) {
      table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
      getChildren().add(new CoinActions(model, table, spending));
    }
  }

  private static ToggleButton groupButton(Group group) {
    ToggleButton button = new ToggleButton(TEXTS.get("group." + group.name()));
    button.setId("group-" + group.name());
    return button;
  }

  private HBox head() {
    HBox groups =
        Parts.pills(
            model.groupProperty(),
            List.of(Group.HELD, Group.UNSPENT, Group.MOVING, Group.SPENT, Group.ALL),
            UtxosView::groupButton);
    Label count = Parts.text("", "tk-muted");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    TEXTS.get(
                        "count",
                        model.rows().size(),
                        model.all().size(),
                        Discretion.amount(FORMATS, model.unitsProperty().get())),
                model.rows(),
                model.all(),
                model.unitsProperty()));
    HBox head = new HBox(16, groups, Parts.space(), count);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private static TableColumn<UtxoRow, UtxoRow.Standing> state() {
    TableColumn<UtxoRow, UtxoRow.Standing> column =
        Rows.column(
            TEXTS.get("state"),
            135,
            UtxoRow::standingProperty,
            StateBadge::new,
            (badge, standing) ->
                badge.show(Looks.badge(standing.kind()), standing.votes(), standing.total()));
    column.setComparator((a, b) -> a.kind().compareTo(b.kind()));
    return column;
  }

  private static TableColumn<UtxoRow, Long> amount() {
    return Rows.right(
        Rows.column(
            TEXTS.get("amount"),
            120,
            row -> new ReadOnlyObjectWrapper<>(row.units()),
            AmountLabel::new,
            (label, units) -> label.unitsProperty().set(units)));
  }

  private static TableColumn<UtxoRow, UtxoRow.Note> note() {
    TableColumn<UtxoRow, UtxoRow.Note> column =
        Rows.column(
            TEXTS.get("label"),
            90,
            UtxoRow::noteProperty,
            () -> new Label("", new FontIcon(Feather.LOCK)),
            (label, note) -> {
              label.setText(note.label());
              label.getGraphic().setVisible(note.frozen());
              label.getGraphic().setManaged(note.frozen());
              label.setAccessibleText(
                  note.frozen() ? TEXTS.get("frozen", note.label()) : note.label());
            });
    column.setComparator((a, b) -> a.label().compareToIgnoreCase(b.label()));
    return column;
  }

  private static TableColumn<UtxoRow, String> outPoint() {
    return hash(TEXTS.get("outpoint"), UtxoRow::outPoint);
  }

  private static TableColumn<UtxoRow, String> address() {
    return hash(TEXTS.get("address"), UtxoRow::address);
  }

  private static TableColumn<UtxoRow, String> hash(String title, Function<UtxoRow, String> text) {
    return Rows.column(
        title,
        182,
        row -> new ReadOnlyObjectWrapper<>(text.apply(row)),
        HashLabel::new,
        (label, hash) -> label.hashProperty().set(hash));
  }

  private static TableColumn<UtxoRow, UtxoRow.Standing> since() {
    TableColumn<UtxoRow, UtxoRow.Standing> column =
        Rows.column(
            TEXTS.get("since"),
            90,
            UtxoRow::standingProperty,
            () -> Parts.text("", "tk-muted"),
            (label, standing) -> label.setText(since(standing.sinceMillis())));
    column.setComparator((a, b) -> Long.compare(a.sinceMillis(), b.sinceMillis()));
    return column;
  }

  private static String since(long millis) {
    return millis == 0
        ? TEXTS.get("since.before")
        : FORMATS.clock(Instant.ofEpochMilli(millis)).substring(0, SECONDS_CHARS);
  }
}
