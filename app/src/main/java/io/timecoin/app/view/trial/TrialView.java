package io.timecoin.app.view.trial;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.trial.Contest;
import io.timecoin.app.vm.trial.TrialModel;
import io.timecoin.app.vm.trial.TrialPort.Progress;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** "Try to break it": the masternodes, what can be done to them, and what payments do then. */
public final class TrialView extends StackPane {

  private static final Texts TEXTS = Texts.of(TrialView.class);
  private static final double PANEL = 292;

  private final TrialModel model;
  private final Actions actions;
  private final Card failure = new Card();
  private final Label cause = Parts.paragraph("", "tk-heading");
  private final Label remedy = Parts.paragraph("");
  private boolean contestAwaited;

  /** Where the page leads to. */
  public interface Actions {
    /** To one payment. */
    void open(String txid);

    /** To the two payments of one coin. */
    void contest(Node view);
  }

  /** Breaks and heals through that model. */
  public TrialView(TrialModel model, Actions actions) {
    this.model = model;
    this.actions = actions;
    failure.getStyleClass().addAll("tk-alert", "tk-state-rejected");
    failure.getChildren().addAll(cause, remedy);
    VBox nodes =
        new VBox(
            8,
            new NodeGroups(model),
            Parts.paragraph(
                TEXTS.get("own", model.nodes().getFirst().name()), "tk-small", "tk-muted"));
    Card switches =
        Card.titled(TEXTS.get("break"), new SwitchList(model, this::cheat))
            .actions(lastContest(), heal());
    PaymentPanel panel = new PaymentPanel(model, actions::open);
    panel.setMinWidth(PANEL);
    panel.setPrefWidth(PANEL);
    panel.setMaxWidth(PANEL);
    HBox columns = new HBox(16, Parts.wide(switches), panel);
    columns.setAlignment(Pos.TOP_LEFT);
    getChildren().add(Parts.scrolling(new VBox(16, nodes, failure, columns)));
    model.failureProperty().subscribe(this::showFailure);
    model.payments().contestProperty().subscribe(this::contestSeen);
  }

  private Button heal() {
    Button heal = Parts.button(TEXTS.get("heal"), Feather.HEART, model::heal, "small");
    heal.setId("heal");
    heal.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.busyProperty().get()
                        || (!model.awayProperty().get() && model.faultsProperty().get().areNone()),
                model.busyProperty(),
                model.awayProperty(),
                model.faultsProperty()));
    return heal;
  }

  private Button lastContest() {
    Button last =
        Parts.button(TEXTS.get("double.last"), Feather.COPY, this::openContest, "small", "flat");
    last.setId("last-contest");
    model.payments().contestProperty().subscribe(contest -> Parts.shown(last, contest != null));
    return last;
  }

  private void cheat() {
    contestAwaited = true;
    model.payments().payTwice();
  }

  private void contestSeen(@Nullable Contest contest) {
    if (contestAwaited && contest != null && !contest.isOver()) {
      contestAwaited = false;
      openContest();
    }
  }

  private void openContest() {
    actions.contest(new ContestView(model.payments(), actions::open));
  }

  private void showFailure(Progress.@Nullable Failed failed) {
    Parts.shown(failure, failed != null);
    if (failed != null) {
      cause.setText(TEXTS.get("failed", model.nodes().get(failed.index()).name(), failed.cause()));
      remedy.setText(failed.remedy());
    }
  }
}
