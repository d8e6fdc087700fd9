package io.timecoin.app.view.dashboard;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.StatTile;
import io.timecoin.app.fx.control.Verdict;
import io.timecoin.app.fx.control.VerdictPill;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.dashboard.DashboardModel;
import io.timecoin.app.vm.dashboard.DashboardModel.Glance;
import io.timecoin.app.vm.dashboard.DashboardModel.MemberView;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One verdict with its reasons, the numbers, the chart, the masternodes, the live feed. */
public final class DashboardView extends StackPane {

  private static final Texts TEXTS = Texts.of(DashboardView.class);
  private static final Formats FORMATS = Formats.standard();

  private static final double LOWER_HEIGHT = 250;
  private static final double MEMBERS_WIDTH = 264;

  private final DashboardModel model;
  private final VerdictPill pill = new VerdictPill(Verdict.OFFLINE);
  private final Label reasons = Parts.paragraph("", "tk-muted");
  private final StatTile finality = new StatTile(TEXTS.get("finality"));
  private final StatTile online = new StatTile(TEXTS.get("masternodes"));
  private final StatTile height = new StatTile(TEXTS.get("height"));
  private final StatTile rate = new StatTile(TEXTS.get("rate"));
  private final VBox members = new VBox(6);

  /**
   * Shows that model.
   *
   * @param export asks where a text of that name goes, and writes it
   */
  public DashboardView(DashboardModel model, BiConsumer<String, String> export) {
    this.model = model;
    HBox verdict = new HBox(12, pill, Parts.wide(reasons));
    verdict.setAlignment(Pos.CENTER_LEFT);
    HBox tiles = new HBox(12, finality, online, height, rate);
    tiles.getChildren().forEach(Parts::wide);
    HBox lower = new HBox(16, Parts.wide(new FeedCard(model.feed(), export)), membersCard());
    lower.setPrefHeight(LOWER_HEIGHT);
    VBox column = new VBox(16, verdict, tiles, new ChartCard(model.charts(), export), lower);
    getChildren().add(Parts.scrolling(column));
    model.glanceProperty().subscribe(this::show);
    model.members().addListener((ListChangeListener<Object>) _ -> showMembers());
    showMembers();
  }

  private Card membersCard() {
    Card card = Card.titled(TEXTS.get("members"), Parts.tall(Parts.scrolling(members)));
    card.setMinWidth(MEMBERS_WIDTH);
    card.setPrefWidth(MEMBERS_WIDTH);
    return card;
  }

  private void show(Glance glance) {
    pill.verdictProperty().set(Verdict.valueOf(glance.verdict().name()));
    boolean fine = glance.verdict() == DashboardModel.Verdict.HEALTHY && glance.reasons().isEmpty();
    reasons.setText(fine ? TEXTS.get("healthy") : String.join("\n", glance.reasons()));
    finality.valueProperty().set(millis(glance.p50()));
    finality.unitProperty().set(TEXTS.get("finality.unit"));
    finality
        .hintProperty()
        .set(TEXTS.get("finality.hint", millis(glance.p95()), millis(glance.p99())));
    online
        .valueProperty()
        .set(TEXTS.get("masternodes.value", glance.online(), glance.masternodes()));
    online.hintProperty().set(TEXTS.get("masternodes.hint", glance.quorum(), glance.peers()));
    height.valueProperty().set(FORMATS.count(glance.height()));
    height.hintProperty().set(TEXTS.get("height.hint", glance.finalized()));
    rate.valueProperty().set(TEXTS.get("rate.value", glance.finalizedPerSecond()));
    rate.hintProperty().set(TEXTS.get("rate.hint", glance.pending(), glance.waiting()));
  }

  private static String millis(OptionalDouble value) {
    return value.isPresent() ? FORMATS.millis(value.getAsDouble()) : "–";
  }

  private void showMembers() {
    members.getChildren().setAll(model.members().stream().map(DashboardView::line).toList());
  }

  private static HBox line(MemberView member) {
    FontIcon icon = new FontIcon(member.online() ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE);
    Label name = Parts.text(member.name(), "tk-strong");
    name.setGraphic(icon);
    name.getStyleClass().add(member.online() ? "tk-online" : "tk-offline");
    String votes = TEXTS.get("member.votes", member.prepares(), member.commits());
    Label right =
        Parts.text(votes + " · " + millis(member.latencyMillis()), "tk-small", "tk-muted");
    HBox line = new HBox(8, name, Parts.space(), right);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setAccessibleText(
        member.name() + ", " + TEXTS.get(member.online() ? "member.online" : "member.offline"));
    return line;
  }
}
