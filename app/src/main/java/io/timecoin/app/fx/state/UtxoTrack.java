package io.timecoin.app.fx.state;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Motion;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.draw.Ink;
import io.timecoin.app.fx.draw.InkRegion;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;

/**
 * One UTXO walking Unspent → Locked → SpentPending → SpentFinalized → Confirmed: five stations on a
 * line, those reached in the colour of their state and stamped in ms, the current one with a halo
 * that breathes while something is still to come, the others outlined. A rejected or contested
 * payment shows at the station where it went wrong.
 */
public final class UtxoTrack extends InkRegion {

  private static final Texts TEXTS = Texts.of(UtxoTrack.class);
  private static final List<BadgeState> WAY =
      List.of(
          BadgeState.UNSPENT,
          BadgeState.LOCKED,
          BadgeState.SPENT_PENDING,
          BadgeState.SPENT_FINALIZED,
          BadgeState.CONFIRMED);
  private static final double HEIGHT = 76;
  private static final double LINE_Y = 18;
  private static final double WIDTH_MIN = 400;
  private static final double WIDTH_PREF = 520;
  private static final double CLEAR = 16;
  private static final double HALO = 15;
  private static final double BREATH_NANOS = 1.8e9;

  private final ObjectProperty<Walk> walk = new SimpleObjectProperty<>(this, "walk", Walk.START);
  private final Formats formats = Formats.standard();
  private final List<Station> stations = new ArrayList<>();
  private final AnimationTimer breath = breath();
  private double halo = 1;

  /** A UTXO that nobody spends yet. */
  public UtxoTrack() {
    getStyleClass().add("tk-track");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinSize(WIDTH_MIN, HEIGHT);
    setPrefSize(WIDTH_PREF, HEIGHT);
    setMaxHeight(HEIGHT);
    for (int i = 0; i < WAY.size(); i++) {
      Station station = new Station();
      stations.add(station);
      getChildren().add(station);
    }
    walk.addListener((_, _, _) -> refresh());
    sceneProperty().addListener((_, _, _) -> refresh());
    refresh();
  }

  /** What is shown; never null. */
  public ObjectProperty<Walk> walkProperty() {
    return walk;
  }

  /** Shows this walk from now on. */
  public void show(Walk newWalk) {
    walk.set(newWalk);
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    Walk now = walk.get();
    int at = currentStation(now);
    g.setLineCap(StrokeLineCap.ROUND);
    for (int i = 0; i < WAY.size() - 1; i++) {
      boolean passed = i < at;
      g.setStroke(passed ? ink(shownState(now, i + 1).ink()) : ink(Ink.LINE));
      g.setLineWidth(passed ? 2.5 : 2);
      g.strokeLine(middle(i, width) + CLEAR, LINE_Y, middle(i + 1, width) - CLEAR, LINE_Y);
    }
    g.setFill(ink(now.current().ink(), 0.10 + 0.12 * halo));
    double reach = HALO - 2 + 2 * halo;
    g.fillOval(middle(at, width) - reach, LINE_Y - reach, 2 * reach, 2 * reach);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double each = getWidth() / WAY.size();
    for (int i = 0; i < stations.size(); i++) {
      stations.get(i).resizeRelocate(i * each, 0, each, HEIGHT);
    }
  }

  private static double middle(int station, double width) {
    return width / WAY.size() * (station + 0.5);
  }

  /** Where trouble struck is the station that would have come next. */
  private static int currentStation(Walk walk) {
    int last = 0;
    for (Walk.Step step : walk.steps()) {
      int index = WAY.indexOf(step.state());
      last = index >= 0 ? index : Math.min(last + 1, WAY.size() - 1);
    }
    return last;
  }

  private static BadgeState shownState(Walk walk, int station) {
    return station == currentStation(walk) ? walk.current() : WAY.get(station);
  }

  private static @Nullable Double stamp(Walk walk, BadgeState state) {
    for (Walk.Step step : walk.steps()) {
      if (step.state() == state && !Double.isNaN(step.millis())) {
        return step.millis();
      }
    }
    return null;
  }

  private void refresh() {
    Walk now = walk.get();
    int at = currentStation(now);
    StringBuilder spoken = new StringBuilder(now.current().word());
    for (int i = 0; i < stations.size(); i++) {
      BadgeState state = shownState(now, i);
      Double millis = i <= at ? stamp(now, state) : null;
      String text = millis == null ? "" : TEXTS.get("track.stamp", formats.millis(millis));
      String votes =
          i == at && state == BadgeState.SPENT_PENDING && now.total() > 0
              ? " " + TEXTS.get("badge.count", now.votes(), now.total())
              : "";
      stations.get(i).show(state, i <= at, i == at, votes, text, part(now));
      if (!text.isEmpty()) {
        spoken.append(", ").append(state.word()).append(' ').append(text);
      }
    }
    setAccessibleText(spoken.toString());
    breathe(now);
    repaint();
  }

  private static double part(Walk walk) {
    return walk.total() == 0 ? 0.25 : (double) walk.votes() / walk.total();
  }

  private void breathe(Walk now) {
    boolean open =
        switch (now.current()) {
          case LOCKED, SPENT_PENDING, CONTESTED -> true;
          case UNSPENT, SPENT_FINALIZED, CONFIRMED, REJECTED -> false;
        };
    if (open && !Motion.reduced(this)) {
      breath.start();
    } else {
      breath.stop();
      halo = 1;
    }
  }

  private AnimationTimer breath() {
    return new AnimationTimer() {
      @Override
      public void handle(long now) {
        halo = 0.5 - 0.5 * Math.cos(2 * Math.PI * (now % (long) BREATH_NANOS) / BREATH_NANOS);
        repaint();
      }
    };
  }
}
