package io.timecoin.app.view.transaction;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.fx.state.StateBadge;
import io.timecoin.app.fx.vote.VoteRing;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.PaymentWords;
import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.transaction.TransactionModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One payment: its coins walk at the left, its seats fill at the right, its proof below. */
public final class TransactionView extends StackPane {

  private static final Texts TEXTS = Texts.of(TransactionView.class);
  private static final double RING_CARD = 292;
  private static final double RING = 256;

  private final TransactionModel model;
  private final StateBadge badge = new StateBadge(BadgeState.LOCKED);
  private final Label headline = Parts.text("", "tk-title");
  private final Label standing = Parts.paragraph("", "tk-lead");
  private final Label reason = Parts.paragraph("");
  private final VBox reasonBox;
  private final Label proof = Parts.paragraph("", "tk-small", "tk-muted");
  private final Label meaning = Parts.paragraph("", "tk-small", "tk-muted");
  private final TrackList tracks = new TrackList();
  private final VoteRing ring = new VoteRing(VoteRing.Size.FULL);
  private final TextCard json = new TextCard(TEXTS.get("json"));
  private final TextCard certificate = new TextCard(TEXTS.get("certificate"));
  private final ScrollPane scroll;
  private final Button showCertificate;
  private final Button showJson;
  private final Button slowMotion;
  private final VBox column;
  private @Nullable ReplayBar replaying;

  /**
   * Follows that model.
   *
   * @param exported told what came of writing the certificate to a file
   */
  public TransactionView(TransactionModel model, Consumer<Exported> exported) {
    this.model = model;
    standing.setId("standing");
    reasonBox = new VBox(4, Parts.text(TEXTS.get("why"), "tk-strong"), reason);
    reasonBox.getStyleClass().addAll("tk-alert", "tk-state-locked", "tk-card");
    showCertificate =
        Parts.button(TEXTS.get("certificate.view"), Feather.AWARD, this::toggleCertificate);
    showCertificate.setId("view-certificate");
    showCertificate.disableProperty().bind(model.certifiedProperty().not());
    showJson = Parts.button(TEXTS.get("json.view"), Feather.CODE, this::toggleJson, "flat");
    showJson.setId("view-json");
    showJson.disableProperty().bind(model.bodyKnownProperty().not());
    Button export =
        Parts.button(
            TEXTS.get("export"), Feather.DOWNLOAD, () -> model.exportCertificate(exported));
    export.setId("export-certificate");
    certificate.addAction(export);
    slowMotion = Parts.button(TEXTS.get("replay"), Feather.FAST_FORWARD, this::replay, "flat");
    slowMotion.setId("slow-motion");
    slowMotion.disableProperty().bind(model.replayableProperty().not());
    Parts.shown(json, false);
    Parts.shown(certificate, false);
    column = new VBox(14, head(), reasonBox, middle(), proofRow(), certificate, json);
    scroll = Parts.scrolling(column);
    getChildren().add(scroll);
    model.paymentProperty().subscribe(this::show);
  }

  private HBox head() {
    HashLabel txid = new HashLabel(model.txid());
    txid.setId("txid");
    HBox first = new HBox(12, headline, badge, Parts.space(), txid);
    first.setAlignment(Pos.CENTER_LEFT);
    return new HBox(Parts.wide(new VBox(2, first, standing)));
  }

  private HBox middle() {
    Card left = Card.titled(TEXTS.get("coins"), Parts.tall(tracks), meaning);
    left.setMinWidth(0);
    ring.setPrefSize(RING, RING);
    ring.setId("vote-ring");
    Card right = Card.titled(TEXTS.get("votes"), ring);
    right.setMinWidth(RING_CARD);
    right.setPrefWidth(RING_CARD);
    return new HBox(16, Parts.wide(left), right);
  }

  private HBox proofRow() {
    FontIcon shield = new FontIcon(Feather.SHIELD);
    proof.setGraphic(shield);
    for (Button button : List.of(showCertificate, slowMotion, showJson)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox row = new HBox(8, showCertificate, slowMotion, showJson, Parts.wide(proof));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void show(@Nullable PaymentView payment) {
    if (payment == null) {
      headline.setText(TEXTS.get("loading"));
      return;
    }
    headline.setText(PaymentWords.headline(payment));
    standing.setText(PaymentWords.standing(payment));
    String why = PaymentWords.reason(payment);
    reason.setText(why);
    Parts.shown(reasonBox, !why.isEmpty());
    String proven = PaymentWords.proof(payment);
    proof.setText(proven);
    Parts.shown(proof, !proven.isEmpty());
    if (replaying == null) {
      picture(payment);
    }
  }

  /** What walks and fills: the payment as it stands, or as it stood. */
  private void picture(PaymentView payment) {
    badge.show(Looks.badge(payment.kind()), payment.votes().approvals(), payment.votes().total());
    meaning.setText(Looks.badge(payment.kind()).meaning());
    tracks.show(payment);
    ring.show(Looks.votes(payment));
  }

  /** Plays what was recorded, above the picture, until somebody ends it. */
  private void replay() {
    model
        .replay()
        .ifPresent(
            replay -> {
              endReplay();
              ReplayBar bar = new ReplayBar(replay, this::endReplay);
              replaying = bar;
              column.getChildren().add(1, bar);
              replay.pictureProperty().subscribe(this::picture);
              bar.lookupAll(".slider").stream().findFirst().ifPresent(Node::requestFocus);
            });
  }

  private void endReplay() {
    ReplayBar bar = replaying;
    replaying = null;
    if (bar != null) {
      column.getChildren().remove(bar);
      show(model.paymentProperty().get());
      slowMotion.requestFocus();
    }
  }

  private void toggleCertificate() {
    toggle(certificate, model.certificate());
  }

  private void toggleJson() {
    toggle(json, model.json());
  }

  private void toggle(TextCard card, String text) {
    boolean open = !card.isVisible();
    if (open) {
      card.show(text);
    }
    Parts.shown(card, open);
    if (open) {
      scroll.applyCss();
      scroll.layout();
      scroll.setVvalue(card == certificate && json.isVisible() ? scroll.getVvalue() : 1);
    }
  }
}
