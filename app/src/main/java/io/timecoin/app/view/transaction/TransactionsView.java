package io.timecoin.app.view.transaction;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.AmountLabel;
import io.timecoin.app.fx.control.EmptyState;
import io.timecoin.app.fx.state.StateBadge;
import io.timecoin.app.fx.vote.VoteRing;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.PaymentWords;
import io.timecoin.app.view.Rows;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.PaymentView.Direction;
import io.timecoin.app.vm.transaction.TransactionRow;
import io.timecoin.app.vm.transaction.TransactionsModel;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** All payments; Enter or a double click opens one. */
public final class TransactionsView extends VBox {

  private static final Texts TEXTS = Texts.of(TransactionsView.class);
  private static final Formats FORMATS = Formats.standard();

  private final TableView<TransactionRow> table = new TableView<>();

  /**
   * The table of that model.
   *
   * @param open takes the txid of the payment to show
   * @param send leads to the form, from an empty table; null where there is nothing to pay with
   */
  public TransactionsView(TransactionsModel model, Consumer<String> open, @Nullable Runnable send) {
    super(12);
    table.setId("transactions");
    table.setAccessibleText(TEXTS.get("title"));
    table.setItems(model.rows());
    table.getColumns().setAll(List.of(votes(), state(), who(), amount(), latency(), when()));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(
        send == null
            ? new EmptyState(Feather.REPEAT, TEXTS.get("none"), TEXTS.get("none.watching"))
            : new EmptyState(
                Feather.REPEAT,
                TEXTS.get("none"),
                TEXTS.get("none.sentence"),
                TEXTS.get("send"),
                send));
    Rows.onOpen(table, row -> open.accept(row.txid()));
    Label hint = Parts.text(TEXTS.get("hint"), "tk-small", "tk-muted");
    getChildren().addAll(Parts.tall(table), hint);
  }

  private static TableColumn<TransactionRow, PaymentView> votes() {
    TableColumn<TransactionRow, PaymentView> column =
        Rows.column(
            TEXTS.get("votes"),
            72,
            TransactionRow::paymentProperty,
            () -> new VoteRing(VoteRing.Size.COMPACT),
            (ring, payment) -> {
              ring.show(Looks.votes(payment));
              ring.setVisible(Looks.votesKnown(payment));
            });
    column.setSortable(false);
    return column;
  }

  private static TableColumn<TransactionRow, PaymentView> state() {
    TableColumn<TransactionRow, PaymentView> column =
        Rows.column(
            TEXTS.get("state"),
            150,
            TransactionRow::paymentProperty,
            StateBadge::new,
            (badge, payment) ->
                badge.show(
                    Looks.badge(payment.kind()),
                    payment.votes().approvals(),
                    payment.votes().total()));
    column.setComparator((a, b) -> a.kind().compareTo(b.kind()));
    return column;
  }

  private static TableColumn<TransactionRow, PaymentView> who() {
    TableColumn<TransactionRow, PaymentView> column =
        Rows.column(
            TEXTS.get("who"),
            175,
            TransactionRow::paymentProperty,
            () -> Parts.text("", "tk-strong"),
            (label, payment) -> label.setText(PaymentWords.who(payment)));
    column.setComparator((a, b) -> PaymentWords.who(a).compareTo(PaymentWords.who(b)));
    return column;
  }

  private static TableColumn<TransactionRow, PaymentView> amount() {
    TableColumn<TransactionRow, PaymentView> column =
        Rows.column(
            TEXTS.get("amount"),
            150,
            TransactionRow::paymentProperty,
            TransactionsView::signedAmount,
            (label, payment) -> label.unitsProperty().set(signed(payment)));
    column.setComparator((a, b) -> Long.compare(signed(a), signed(b)));
    return Rows.right(column);
  }

  private static AmountLabel signedAmount() {
    AmountLabel label = new AmountLabel();
    label.signedProperty().set(true);
    return label;
  }

  private static long signed(PaymentView payment) {
    return payment.direction() == Direction.OUT ? -payment.units() : payment.units();
  }

  private static TableColumn<TransactionRow, PaymentView> latency() {
    TableColumn<TransactionRow, PaymentView> column =
        Rows.column(
            TEXTS.get("latency"),
            100,
            TransactionRow::paymentProperty,
            Label::new,
            (label, payment) ->
                label.setText(
                    payment.latencyMillis().isPresent()
                        ? FORMATS.millis(payment.latencyMillis().getAsDouble())
                        : "–"));
    column.setComparator(
        (a, b) ->
            Double.compare(
                a.latencyMillis().orElse(Double.MAX_VALUE),
                b.latencyMillis().orElse(Double.MAX_VALUE)));
    return Rows.right(column);
  }

  private static TableColumn<TransactionRow, PaymentView> when() {
    TableColumn<TransactionRow, PaymentView> column =
        Rows.column(
            TEXTS.get("when"),
            180,
            TransactionRow::paymentProperty,
            () -> Parts.text("", "tk-muted"),
            (label, payment) ->
                label.setText(FORMATS.dateTime(Instant.ofEpochMilli(payment.startedMillis()))));
    column.setComparator((a, b) -> Long.compare(a.startedMillis(), b.startedMillis()));
    return column;
  }
}
