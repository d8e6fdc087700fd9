package io.timecoin.app.view.trial;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.trial.Choices.Choice;
import io.timecoin.app.vm.trial.Faults;
import io.timecoin.app.vm.trial.TrialModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be broken, each with a sentence of what will be seen. */
final class SwitchList extends VBox {

  private static final Texts TEXTS = Texts.of(SwitchList.class);
  private static final List<Long> DELAYS = List.of(0L, 100L, 500L, 2_000L);

  /** How many of seven stay with the wallet's node: too few, too few on both sides, enough. */
  private static final List<Long> SIDES = List.of(0L, 2L, 3L, 5L);

  private final TrialModel model;

  /**
   * The switches of that model.
   *
   * @param cheat makes a double spend
   */
  SwitchList(TrialModel model, Runnable cheat) {
    super(14);
    this.model = model;
    getChildren()
        .addAll(
            row("double", doubleSpend(cheat)),
            row("stop2", stopping(2)),
            row("stop3", stopping(3)),
            row("delay", delays()),
            row("part", parts()),
            row("away", away()));
  }

  private static Node row(String key, Node control) {
    HBox line = new HBox(16, Parts.text(TEXTS.get(key), "tk-strong"), Parts.space(), control);
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, line, Parts.paragraph(TEXTS.get(key + ".sentence"), "tk-small", "tk-muted"));
  }

  private Button doubleSpend(Runnable cheat) {
    Button button = button("double-spend", TEXTS.get("double.do"), Feather.COPY, cheat);
    button.disableProperty().bind(model.payments().payableProperty().not());
    model
        .payments()
        .contestProperty()
        .subscribe(
            contest -> button.setText(TEXTS.get(contest == null ? "double.do" : "double.again")));
    return button;
  }

  private Button stopping(int count) {
    Button button =
        button(
            "stop-" + count,
            "",
            Feather.PAUSE_CIRCLE,
            () -> model.stop(areStopped(count) ? 0 : count));
    button.disableProperty().bind(model.busyProperty());
    model
        .faultsProperty()
        .subscribe(
            _ -> {
              boolean on = areStopped(count);
              button.setText(TEXTS.get(on ? "stop.undo" : "stop.do", count));
              button.setGraphic(new FontIcon(on ? Feather.PLAY_CIRCLE : Feather.PAUSE_CIRCLE));
            });
    return button;
  }

  private boolean areStopped(int count) {
    return model.faultsProperty().get().stopped().size() == count;
  }

  private Choices delays() {
    List<Choice> choices =
        DELAYS.stream()
            .map(
                ms ->
                    new Choice(
                        ms,
                        ms == 0 ? TEXTS.get("none") : Formats.standard().millis(ms.doubleValue())))
            .toList();
    Choices row =
        new Choices(
            "delay",
            TEXTS.get("delay"),
            choices,
            () -> model.faultsProperty().get().delayMillis(),
            model::delay);
    return following(row, Faults::delayMillis);
  }

  private Choices parts() {
    int all = model.nodes().size();
    List<Choice> choices = new ArrayList<>();
    for (long side : SIDES) {
      choices.add(new Choice(side, side == 0 ? TEXTS.get("none") : side + " | " + (all - side)));
    }
    Choices row =
        new Choices(
            "part",
            TEXTS.get("part"),
            choices,
            () -> model.faultsProperty().get().apart().size(),
            side -> model.part(Math.toIntExact(side)));
    return following(row, faults -> faults.apart().size());
  }

  private Choices following(Choices row, ToLongFunction<Faults> value) {
    row.disableProperty().bind(model.busyProperty());
    model.faultsProperty().subscribe(faults -> row.show(value.applyAsLong(faults)));
    return row;
  }

  private Button away() {
    Button button =
        button("away", "", Feather.WIFI_OFF, () -> model.setAway(!model.awayProperty().get()));
    model
        .awayProperty()
        .subscribe(
            away -> {
              button.setText(TEXTS.get(away ? "away.undo" : "away.do"));
              button.setGraphic(new FontIcon(away ? Feather.WIFI : Feather.WIFI_OFF));
            });
    return button;
  }

  private static Button button(String id, String text, Feather icon, Runnable action) {
    Button button = Parts.button(text, icon, action, "small");
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
