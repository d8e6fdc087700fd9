package io.timecoin.app.view.blocks;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.AmountLabel;
import io.timecoin.app.fx.control.EmptyState;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.fx.vote.VoteRing;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.Rows;
import io.timecoin.app.vm.blocks.BlockView;
import io.timecoin.app.vm.blocks.BlocksModel;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All blocks as they are decided, and the one that is selected. */
public final class BlocksView extends VBox {

  private static final Texts TEXTS = Texts.of(BlocksView.class);
  private static final Formats FORMATS = Formats.standard();

  private final BlocksModel model;
  private final TableView<BlockView> table = new TableView<>();
  private final TextField find = new TextField();
  private final Label answer = Parts.text("", "tk-small", "tk-muted");
  private final ProgressBar bar = new ProgressBar();
  private final Label behind = Parts.text("", "tk-small");

  /**
   * The blocks of that model.
   *
   * @param open takes the txid of a payment to show
   */
  public BlocksView(BlocksModel model, Consumer<String> open) {
    super(12);
    this.model = model;
    BlockCard card = new BlockCard(open);
    table.setId("blocks");
    table.setAccessibleText(TEXTS.get("title"));
    table.setItems(model.rows());
    table
        .getColumns()
        .setAll(List.of(height(), votes(), payments(), proposer(), reward(), hash(), when()));
    table.getColumns().forEach(column -> column.setSortable(false));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(
        new EmptyState(Feather.LAYERS, TEXTS.get("none"), TEXTS.get("none.sentence")));
    table.getSelectionModel().selectedItemProperty().subscribe(card::show);
    getChildren().addAll(progress(), search(), Parts.tall(table), card);
    model.rows().subscribe(this::selectFirst);
    selectFirst();
  }

  private void selectFirst() {
    if (table.getSelectionModel().isEmpty() && !model.rows().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }

  private HBox progress() {
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(TEXTS.get("progress"));
    HBox row = new HBox(12, behind, Parts.wide(bar));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setId("sync");
    model
        .progressProperty()
        .subscribe(
            at -> {
              Parts.shown(row, at.isBehind());
              boolean joins = at.joinParts() >= 0;
              behind.setText(
                  joins
                      ? TEXTS.get("joining", at.joinParts(), at.joinOf())
                      : TEXTS.get("behind", at.height(), at.target()));
              bar.setProgress(
                  joins ? part(at.joinParts(), at.joinOf()) : part(at.height(), at.target()));
            });
    return row;
  }

  private static double part(long done, long of) {
    return of <= 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / of;
  }

  private HBox search() {
    find.setId("find-block");
    find.setPromptText(TEXTS.get("find.prompt"));
    find.setAccessibleText(TEXTS.get("find.prompt"));
    find.setPrefColumnCount(40);
    find.setOnAction(_ -> model.find(find.getText()));
    find.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !find.getText().isEmpty()) {
            find.clear();
            event.consume();
          }
        });
    find.textProperty()
        .subscribe(
            text -> {
              if (text.isEmpty()) {
                model.find("");
              }
            });
    model
        .searchProperty()
        .subscribe(
            state ->
                answer.setText(
                    switch (state) {
                      case NONE -> "";
                      case UNDER_WAY -> TEXTS.get("find.open");
                      case FOUND -> TEXTS.get("find.found");
                      case NOTHING -> TEXTS.get("find.nothing");
                    }));
    model
        .foundProperty()
        .subscribe(
            block -> {
              if (block != null) {
                table.getSelectionModel().select(block);
                table.scrollTo(block);
              }
            });
    HBox row = new HBox(12, find, answer);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static TableColumn<BlockView, BlockView> height() {
    return words("height", 70, block -> "#" + FORMATS.count(block.height()), "tk-strong");
  }

  private static TableColumn<BlockView, BlockView> votes() {
    return column(
        "votes",
        64,
        () -> new VoteRing(VoteRing.Size.COMPACT),
        (ring, block) -> ring.show(Looks.votes(block.votes())));
  }

  private static TableColumn<BlockView, BlockView> payments() {
    return Rows.right(
        words(
            "payments",
            80,
            block ->
                block.releases().isEmpty()
                    ? FORMATS.count(block.payments().size())
                    : TEXTS.get(
                        "released.short", block.payments().size(), block.releases().size())));
  }

  private static TableColumn<BlockView, BlockView> proposer() {
    return words("proposer", 80, BlockView::proposer);
  }

  private static TableColumn<BlockView, BlockView> reward() {
    return Rows.right(
        column(
            "reward",
            118,
            AmountLabel::new,
            (label, block) -> label.unitsProperty().set(block.rewardUnits())));
  }

  private static TableColumn<BlockView, BlockView> hash() {
    return column(
        "hash", 168, HashLabel::new, (label, block) -> label.hashProperty().set(block.hash()));
  }

  private static TableColumn<BlockView, BlockView> when() {
    return words(
        "when", 205, block -> FORMATS.dateTime(Instant.ofEpochMilli(block.millis())), "tk-muted");
  }

  private static TableColumn<BlockView, BlockView> words(
      String key, double width, Function<BlockView, String> text, String... styles) {
    return column(
        key,
        width,
        () -> Parts.text("", styles),
        (label, block) -> label.setText(text.apply(block)));
  }

  private static <N extends Node> TableColumn<BlockView, BlockView> column(
      String key, double width, Supplier<N> make, BiConsumer<N, BlockView> show) {
    return Rows.column(TEXTS.get("column." + key), width, ReadOnlyObjectWrapper::new, make, show);
  }
}
