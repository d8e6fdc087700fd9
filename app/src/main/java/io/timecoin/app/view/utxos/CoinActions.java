package io.timecoin.app.view.utxos;

import static io.timecoin.app.view.utxos.UtxosView.TEXTS;

import io.timecoin.app.fx.Discretion;
import io.timecoin.app.fx.Formats;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.vm.utxos.UtxoRow;
import io.timecoin.app.vm.utxos.UtxosModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the coins that are selected. */
final class CoinActions extends HBox {

  private final UtxosModel model;
  private final TableView<UtxoRow> table;
  private final Label sum = Parts.text("", "tk-muted");
  private final TextField label = new TextField();
  private final Button freeze;
  private final Button spend;

  /**
   * Below that table.
   *
   * @param spending takes the outpoints to be spent
   */
  CoinActions(UtxosModel model, TableView<UtxoRow> table, Consumer<List<String>> spending) {
    super(12);
    this.model = model;
    this.table = table;
    setAlignment(Pos.CENTER_LEFT);
    label.setId("coin-label");
    label.setPromptText(TEXTS.get("label.prompt"));
    label.setAccessibleText(TEXTS.get("label.prompt"));
    label.setOnAction(_ -> model.label(selected(), label.getText()));
    freeze = Parts.button("", Feather.LOCK, this::toggleFrozen);
    freeze.setId("freeze");
    spend =
        Parts.button(
            TEXTS.get("spend"),
            Feather.SEND,
            () -> spending.accept(selected().stream().map(UtxoRow::outPoint).toList()),
            "accent");
    spend.setId("spend-selected");
    getChildren().addAll(Parts.wide(label), sum, freeze, spend);
    sum.setMinWidth(USE_PREF_SIZE);
    freeze.setMinWidth(USE_PREF_SIZE);
    spend.setMinWidth(USE_PREF_SIZE);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<UtxoRow>) _ -> refresh());
    refresh();
  }

  private List<UtxoRow> selected() {
    return table.getSelectionModel().getSelectedItems().stream()
        .filter(row -> row != null)
        .toList();
  }

  private void toggleFrozen() {
    model.freeze(selected(), !allFrozen(selected()));
    refresh();
  }

  private static boolean allFrozen(List<UtxoRow> coins) {
    return coins.stream().allMatch(coin -> coin.note().frozen());
  }

  private void refresh() {
    List<UtxoRow> coins = selected();
    long units = coins.stream().mapToLong(UtxoRow::units).sum();
    sum.setText(
        coins.isEmpty()
            ? TEXTS.get("select")
            : TEXTS.get("selected", coins.size(), Discretion.amount(Formats.standard(), units)));
    label.setDisable(coins.isEmpty());
    label.setText(coins.size() == 1 ? coins.getFirst().note().label() : "");
    boolean frozen = !coins.isEmpty() && allFrozen(coins);
    freeze.setText(TEXTS.get(frozen ? "thaw" : "freeze"));
    freeze.setDisable(coins.isEmpty());
    spend.setDisable(
        coins.isEmpty()
            || coins.stream()
                .anyMatch(
                    coin -> coin.standing().kind() != StateKind.UNSPENT || coin.note().frozen()));
  }
}
