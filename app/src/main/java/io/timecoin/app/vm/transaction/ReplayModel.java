package io.timecoin.app.vm.transaction;

import io.timecoin.app.vm.PaymentView;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** A replay somebody watches: where it stands, whether it goes on, and how slowly. */
public final class ReplayModel {

  /** How many times slower it can go. */
  public static final List<Integer> SLOWER = List.of(50, 200, 1_000);

  private final Replay replay;
  private final DoubleProperty position = new SimpleDoubleProperty(this, "position");
  private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
  private final IntegerProperty slower = new SimpleIntegerProperty(this, "slower", 200);
  private final ReadOnlyObjectWrapper<PaymentView> picture;

  /** At its beginning, standing still. */
  ReplayModel(Replay replay) {
    this.replay = replay;
    this.picture = new ReadOnlyObjectWrapper<>(this, "picture", replay.at(0));
    position.addListener((_, _, now) -> picture.set(replay.at(now.doubleValue())));
  }

  /**
   * Time went by; does nothing while it stands still.
   *
   * @param millis of the person who watches
   */
  public void pass(double millis) {
    if (!playing.get()) {
      return;
    }
    double next = position.get() + millis / slower.get();
    position.set(Math.min(next, replay.length()));
    if (next >= replay.length()) {
      playing.set(false);
    }
  }

  /** Goes on, from the beginning if it had come to its end; or stands still. */
  public void toggle() {
    if (!playing.get() && position.get() >= replay.length()) {
      position.set(0);
    }
    playing.set(!playing.get());
  }

  /** To the next thing that happened, and stands still there. */
  public void next() {
    playing.set(false);
    replay.moments().stream()
        .filter(moment -> moment > position.get())
        .findFirst()
        .ifPresent(position::set);
  }

  /** To what happened before, and stands still there. */
  public void previous() {
    playing.set(false);
    replay.moments().reversed().stream()
        .filter(moment -> moment < position.get())
        .findFirst()
        .ifPresent(position::set);
  }

  /** Milliseconds of the payment, 0 to {@link #length}. */
  public DoubleProperty positionProperty() {
    return position;
  }

  /** Milliseconds from sending to the last event. */
  public double length() {
    return replay.length();
  }

  /** When things happened, in milliseconds, ascending. */
  public List<Double> moments() {
    return replay.moments();
  }

  /** Whether it goes on by itself. */
  public BooleanProperty playingProperty() {
    return playing;
  }

  /** How many times slower than it was. */
  public IntegerProperty slowerProperty() {
    return slower;
  }

  /** The payment as it stood at the position. */
  public ReadOnlyObjectProperty<PaymentView> pictureProperty() {
    return picture.getReadOnlyProperty();
  }
}
