package io.timecoin.app.view.network;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.NodePhase;
import io.timecoin.app.fx.control.NodeTile;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.network.BuildModel;
import io.timecoin.app.vm.network.DemoPort.Progress;
import io.timecoin.app.vm.network.NodeModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Seven tiles from starting to ready; a failure with cause, remedy, retry and details to copy. */
public final class BuildView extends VBox {

  private static final Texts TEXTS = Texts.of(BuildView.class);
  private static final double WIDTH = 860;
  private static final double TILE = 206;

  private final BuildModel model;
  private final Card failureCard = new Card();
  private final Label cause = Parts.paragraph("", "tk-heading");
  private final Label remedy = Parts.paragraph("");
  private final HBox progressRow;

  /** Shows that model; the caller starts it. */
  public BuildView(BuildModel model, Runnable back) {
    super(20);
    this.model = model;
    getStyleClass().add("tk-plain");
    setAlignment(Pos.CENTER);
    FlowPane tiles = new FlowPane(12, 12);
    tiles.setAlignment(Pos.CENTER);
    tiles.setPrefWrapLength(WIDTH);
    model.nodes().forEach(node -> tiles.getChildren().add(tile(node)));
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(320);
    bar.progressProperty().bind(model.readyCountProperty().divide((double) BuildModel.NODES));
    Label count = Parts.text("", "tk-muted");
    model
        .readyCountProperty()
        .subscribe(ready -> count.setText(TEXTS.get("count", ready.intValue(), BuildModel.NODES)));
    progressRow = new HBox(12, bar, count);
    progressRow.setAlignment(Pos.CENTER);
    Label sentence = Parts.paragraph(TEXTS.get("sentence"), "tk-muted");
    sentence.setMaxWidth(WIDTH);
    VBox head = new VBox(8, Parts.text(TEXTS.get("title"), "tk-display"), sentence);
    head.setMaxWidth(WIDTH);
    fillFailureCard(back);
    getChildren().addAll(head, tiles, progressRow, failureCard);
    model.failureProperty().subscribe(this::showFailure);
  }

  private static NodeTile tile(NodeModel node) {
    NodeTile tile = new NodeTile(TEXTS.get("node", node.number()));
    tile.setPrefWidth(TILE);
    tile.setId("node-" + node.number());
    node.phaseProperty()
        .subscribe(
            phase -> {
              tile.phaseProperty().set(phase(phase));
              tile.progressProperty().set(part(phase));
            });
    node.detailProperty().subscribe(detail -> tile.detailProperty().set(detail));
    return tile;
  }

  private static NodePhase phase(NodeModel.Phase phase) {
    return switch (phase) {
      case WAITING -> NodePhase.WAITING;
      case STARTING, LISTENING, CONNECTED -> NodePhase.STARTING;
      case READY -> NodePhase.READY;
      case STOPPED -> NodePhase.STOPPED;
      case FAILED -> NodePhase.FAILED;
    };
  }

  private static double part(NodeModel.Phase phase) {
    return switch (phase) {
      case WAITING, STOPPED, FAILED -> 0;
      case STARTING -> 0.2;
      case LISTENING -> 0.5;
      case CONNECTED -> 0.8;
      case READY -> 1;
    };
  }

  private void fillFailureCard(Runnable back) {
    failureCard.getStyleClass().addAll("tk-state-rejected", "tk-alert");
    failureCard.setMaxWidth(WIDTH);
    Button retry = Parts.button(TEXTS.get("retry"), Feather.ROTATE_CW, model::start, "accent");
    retry.setId("retry");
    retry.setDefaultButton(true);
    Button copy = Parts.button(TEXTS.get("copy"), Feather.COPY, this::copyDetails);
    copy.setId("copy-details");
    Button leave = Parts.button(TEXTS.get("back"), Feather.ARROW_LEFT, back, "flat");
    failureCard.getChildren().addAll(cause, remedy, new HBox(8, retry, copy, leave));
  }

  private void showFailure(Progress.@Nullable Failed failure) {
    Parts.shown(failureCard, failure != null);
    Parts.shown(progressRow, failure == null);
    if (failure != null) {
      cause.setText(failure.cause());
      remedy.setText(failure.remedy());
    }
  }

  private void copyDetails() {
    Progress.Failed failure = model.failureProperty().get();
    if (failure != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(failure.cause() + "\n" + failure.remedy() + "\n\n" + failure.details());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
