package io.timecoin.app.view.network;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.EmptyState;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.network.NetworkModel;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Masternodes, peers and bans, one table at a time. */
public final class NetworkView extends VBox {

  static final Texts TEXTS = Texts.of(NetworkView.class);
  static final Formats FORMATS = Formats.standard();

  private final NetworkModel model;
  private final StackPane place = new StackPane();
  private final Node members;
  private final Node peers;
  private final Node bans;

  /**
   * The tables of that model; the node is asked only while they are shown.
   *
   * @param done told what was done, with a way to take it back
   */
  public NetworkView(NetworkModel model, Done done) {
    super(12);
    this.model = model;
    this.members = new MembersTable(model);
    this.peers = model.operates() ? new PeersTable(model, done) : forOperatorsOnly();
    this.bans = model.operates() ? new BansTable(model) : forOperatorsOnly();
    getChildren().addAll(head(), Parts.tall(place));
    place.getChildren().setAll(members);
    sceneProperty().subscribe(scene -> model.follow(scene != null));
  }

  /** Tells what was done. */
  @FunctionalInterface
  public interface Done {
    /** In a sentence, with a button that takes it back. */
    void tell(String sentence, String undo, Runnable action);
  }

  private HBox head() {
    HBox tabs =
        Parts.pills(
            List.of(
                new Parts.Pill("members", TEXTS.get("members"), () -> show(members)),
                new Parts.Pill("peers", TEXTS.get("peers"), () -> show(peers)),
                new Parts.Pill("bans", TEXTS.get("bans"), () -> show(bans))));
    Label count = Parts.text("", "tk-muted");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::counts, model.members(), model.peers(), model.bans()));
    Label refusal = Parts.text("", "tk-error-text");
    refusal.textProperty().bind(model.refusalProperty());
    HBox head = new HBox(16, tabs, refusal, Parts.space(), count);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private String counts() {
    long online = model.members().stream().filter(NetworkModel.Member::online).count();
    return model.operates()
        ? TEXTS.get(
            "counts", online, model.members().size(), model.peers().size(), model.bans().size())
        : TEXTS.get("counts.members", online, model.members().size());
  }

  private void show(Node table) {
    place.getChildren().setAll(table);
  }

  private static Node forOperatorsOnly() {
    return new EmptyState(Feather.LOCK, TEXTS.get("operators"), TEXTS.get("operators.sentence"));
  }
}
