package io.timecoin.app.fx.vote;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Motion;
import io.timecoin.app.fx.draw.InkRegion;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The signature of the product: every masternode a seat around a circle, half-filling on its
 * prepare vote and filling on its commit vote, the quorum marked, the count in the middle, and the
 * milliseconds once final.
 *
 * <p>Give it {@link #votesProperty() votes} as often as they change: it paints once a pulse and
 * moves only the seats that changed, for {@link Motion#NORMAL}. Full rings can be walked with the
 * arrow keys or the mouse; the middle then tells about the seat.
 */
public final class VoteRing extends InkRegion {

  /** How much there is room for. */
  public enum Size {
    /** With gauge, labels and details; made for 320 pixels, good from 240. */
    FULL(320),
    /** Seats, tick and count, for a table row of 48 pixels. */
    COMPACT(48);

    private final double side;

    Size(double side) {
      this.side = side;
    }
  }

  private static final PseudoClass FINAL = PseudoClass.getPseudoClass("final");
  private static final int NO_SEAT = -1;

  private final ObjectProperty<Votes> votes = new SimpleObjectProperty<>(this, "votes", Votes.NONE);
  private final Size size;
  private final RingCenter center;
  private final RingMotion motion = new RingMotion();
  private final AnimationTimer frames;
  private final Tooltip tooltip = new Tooltip();
  private int marked = NO_SEAT;

  /** A ring without seats. */
  public VoteRing(Size size) {
    this.size = size;
    this.center = new RingCenter(size, Formats.standard());
    this.frames = frames();
    getStyleClass().add("tk-ring");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setPrefSize(size.side, size.side);
    getChildren().add(center);
    if (size == Size.COMPACT) {
      getStyleClass().add("tk-compact");
      setMinSize(size.side, size.side);
      setMaxSize(size.side, size.side);
      Tooltip.install(this, tooltip);
    } else {
      setMinSize(200, 200);
      setFocusTraversable(true);
      setOnKeyPressed(this::walk);
      setOnMouseMoved(this::hover);
      setOnMouseExited(_ -> mark(NO_SEAT));
      focusedProperty().addListener((_, _, _) -> mark(NO_SEAT));
    }
    votes.addListener((_, _, _) -> votesChanged());
    sceneProperty().addListener((_, _, _) -> settle());
    describe();
  }

  /** What is shown; never null, {@link Votes#NONE} at first. */
  public ObjectProperty<Votes> votesProperty() {
    return votes;
  }

  /** Shows these votes from now on. */
  public void show(Votes newVotes) {
    votes.set(newVotes);
  }

  /** Whether seats are still on their way to what they show. */
  boolean moving() {
    return motion.moving();
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    Votes now = votes.get();
    RingGeometry at = geometry(width, height);
    new RingPainter(this, g, at).paint(now, motion, marked);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    center.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private RingGeometry geometry(double width, double height) {
    int seats = votes.get().seats().size();
    return size == Size.FULL
        ? RingGeometry.full(width, height, seats)
        : RingGeometry.compact(width, height, seats);
  }

  private AnimationTimer frames() {
    return new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (!motion.advance(now)) {
          stop();
        }
        repaint();
      }
    };
  }

  private void votesChanged() {
    if (marked >= votes.get().seats().size()) {
      marked = NO_SEAT;
    }
    motion.retarget(votes.get().seats(), Motion.reduced(this), System.nanoTime());
    if (motion.moving()) {
      frames.start();
    }
    describe();
    repaint();
  }

  /** Leaving or entering a scene ends every movement: a timer must not outlive what it moves. */
  private void settle() {
    frames.stop();
    motion.retarget(votes.get().seats(), true, 0);
    repaint();
  }

  private void walk(KeyEvent event) {
    int seats = votes.get().seats().size();
    if (seats == 0) {
      return;
    }
    switch (event.getCode()) {
      case RIGHT -> mark((marked + 1) % seats);
      case LEFT -> mark((Math.max(marked, 0) + seats - 1) % seats);
      case ESCAPE -> mark(NO_SEAT);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void hover(MouseEvent event) {
    mark(geometry(getWidth(), getHeight()).seatAt(event.getX(), event.getY()));
  }

  private void mark(int seat) {
    if (seat != marked) {
      marked = seat;
      describe();
      repaint();
    }
  }

  private void describe() {
    Votes now = votes.get();
    pseudoClassStateChanged(FINAL, now.isFinal());
    String summary = center.summary(now);
    tooltip.setText(summary);
    if (marked == NO_SEAT) {
      center.show(now);
      setAccessibleText(summary);
    } else {
      Seat seat = now.seats().get(marked);
      center.show(seat);
      setAccessibleText(center.summary(seat));
    }
  }
}
