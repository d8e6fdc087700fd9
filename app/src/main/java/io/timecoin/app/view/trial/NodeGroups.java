package io.timecoin.app.view.trial;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.NodePhase;
import io.timecoin.app.fx.control.NodeTile;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.trial.Faults;
import io.timecoin.app.vm.trial.TrialModel;
import io.timecoin.app.vm.trial.TrialNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The masternodes as tiles, in two groups while the network is split. */
final class NodeGroups extends HBox {

  private static final Texts TEXTS = Texts.of(NodeGroups.class);
  private static final double TILE = 108;

  /** Beside another group, whose frame takes room too. */
  private static final double TILE_SPLIT = 100;

  private static final double GAP = 8;

  private final TrialModel model;
  private final List<VBox> tiles = new ArrayList<>();

  NodeGroups(TrialModel model) {
    super(GAP);
    this.model = model;
    model.nodes().forEach(node -> tiles.add(tile(node)));
    model.faultsProperty().subscribe(this::show);
  }

  private VBox tile(TrialNode node) {
    NodeTile tile = new NodeTile(node.name());
    tile.setId("trial-" + number(node));
    tile.setMinWidth(0);
    tile.setPrefWidth(TILE);
    tile.progressProperty().set(-1);
    tile.getStyleClass().add("tk-trial-tile");
    Button toggle = Parts.button("", Feather.PAUSE, () -> model.toggle(node), "small", "flat");
    toggle.setId("toggle-" + number(node));
    toggle.setMaxWidth(Double.MAX_VALUE);
    model.busyProperty().subscribe(busy -> toggle.setDisable(busy || node.isOwn()));
    node.liveProperty().subscribe(live -> show(node, live, tile, toggle));
    tile.getChildren().add(toggle);
    return tile;
  }

  private static int number(TrialNode node) {
    return node.index() + 1;
  }

  private static void show(TrialNode node, TrialNode.Live live, NodeTile tile, Button toggle) {
    tile.phaseProperty().set(phase(live));
    tile.detailProperty().set(node.isOwn() ? TEXTS.get("tile.yours") : detail(live));
    boolean runs =
        switch (live.phase()) {
          case RUNNING, STARTING -> true;
          case STOPPED, STOPPING, FAILED -> false;
        };
    String word = node.isOwn() ? "own" : runs ? "stop" : "start";
    toggle.setText(TEXTS.get("tile." + word));
    toggle.setAccessibleText(TEXTS.get("tile." + word + ".spoken", node.name()));
    toggle.setGraphic(node.isOwn() ? null : new FontIcon(runs ? Feather.PAUSE : Feather.PLAY));
  }

  private static NodePhase phase(TrialNode.Live live) {
    return switch (live.phase()) {
      case RUNNING -> NodePhase.READY;
      case STARTING -> NodePhase.STARTING;
      case STOPPING -> NodePhase.STOPPING;
      case STOPPED -> NodePhase.STOPPED;
      case FAILED -> NodePhase.FAILED;
    };
  }

  private static String detail(TrialNode.Live live) {
    return switch (live.phase()) {
      case RUNNING ->
          !live.reachable()
              ? TEXTS.get("tile.unreachable")
              : live.voteMillis().isPresent()
                  ? TEXTS.get(
                      "tile.votes", Formats.standard().millis(live.voteMillis().getAsDouble()))
                  : TEXTS.get("tile.ready");
      case STARTING, STOPPING, STOPPED, FAILED -> "";
    };
  }

  private void show(Faults faults) {
    getChildren().clear();
    boolean together = faults.apart().isEmpty();
    tiles.forEach(tile -> tile.setPrefWidth(together ? TILE : TILE_SPLIT));
    if (together) {
      getChildren().addAll(tiles);
      return;
    }
    boolean ownApart = faults.apart().contains(0);
    group("side.own", faults, node -> faults.apart().contains(node) == ownApart);
    group("side.other", faults, node -> faults.apart().contains(node) != ownApart);
  }

  private void group(String key, Faults faults, Predicate<Integer> belongs) {
    List<TrialNode> members =
        model.nodes().stream().filter(node -> belongs.test(node.index())).toList();
    long running =
        members.stream().filter(node -> !faults.stopped().contains(node.index())).count();
    boolean enough = running >= model.quorum();
    Label title =
        Parts.paragraph(
            TEXTS.get(key, running, model.quorum(), enough ? 1 : 0), "tk-small", "tk-strong");
    title.setGraphic(new FontIcon(enough ? Feather.CHECK_CIRCLE : Feather.PAUSE_CIRCLE));
    double width = members.size() * (TILE_SPLIT + GAP) - GAP;
    title.setPrefWidth(width);
    title.setMaxWidth(width);
    HBox row = new HBox(GAP);
    members.forEach(node -> row.getChildren().add(tiles.get(node.index())));
    VBox group = new VBox(GAP, title, row);
    group.getStyleClass().add("tk-trial-side");
    group.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().add(group);
  }
}
