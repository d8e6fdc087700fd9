package io.timecoin.app.fx.vote;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.fx.FxWindow;
import io.timecoin.app.fx.draw.InkRegion;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class VoteRingIT {

  private static final Votes HALF =
      Votes.counting(List.of(Seat.prepared("node-1", 2.1), Seat.empty("node-2")), 2);

  private final FxRobot robot = new FxRobot();
  private FxWindow window;
  private VoteRing ring;

  @BeforeEach
  void open() throws TimeoutException {
    window =
        FxWindow.open(
            () -> {
              ring = new VoteRing(VoteRing.Size.FULL);
              ring.show(HALF);
              return new StackPane(ring);
            });
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void arrowKeysTellAboutEverySeatAndEscapeAboutTheWhole() {
    robot.interact(ring::requestFocus);
    robot.type(KeyCode.RIGHT);
    assertThat(ring.getAccessibleText()).isEqualTo("node-1: Prepared, prepare 2.1\u00A0ms");
    robot.type(KeyCode.RIGHT);
    assertThat(ring.getAccessibleText()).isEqualTo("node-2: No vote yet");
    robot.type(KeyCode.ESCAPE);
    assertThat(ring.getAccessibleText()).isEqualTo("0 of 2 committed, 2 needed. 2 to go");
  }

  @Test
  void mouseOverASeatTellsAboutIt() {
    RingGeometry at = RingGeometry.full(ring.getWidth(), ring.getHeight(), 2);
    robot.moveTo(
        ring.localToScreen(at.px(at.angle(0), at.orbit()), at.py(at.angle(0), at.orbit())));
    assertThat(ring.getAccessibleText()).startsWith("node-1");
  }

  @Test
  void finalSaysHowManyAgreedAndHowLongItTook() {
    robot.interact(
        () ->
            ring.show(
                Votes.finalAfter(
                    12, List.of(Seat.committed("a", 1, 2), Seat.committed("b", 1, 2)), 2)));
    assertThat(ring.getAccessibleText()).isEqualTo("Final: 2 of 2 agreed, 12\u00A0ms");
  }

  @Test
  void movementComesToRestWhereMotionIsAllowed() {
    robot.interact(
        () -> {
          window.theme().calmProperty().set(false);
          ring.show(
              Votes.counting(List.of(Seat.committed("node-1", 1, 2), Seat.empty("node-2")), 2));
        });
    Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> !ring.moving());
  }

  @Test
  void aBurstOfChangesIsPaintedOnceAPulse() {
    AtomicInteger painted = new AtomicInteger();
    robot.interact(
        () -> {
          Counting counting = new Counting(painted);
          ((StackPane) window.scene().getRoot()).getChildren().add(counting);
        });
    robot.interact(() -> {});
    int before = painted.get();
    robot.interact(
        () -> {
          Counting counting =
              (Counting) ((StackPane) window.scene().getRoot()).getChildren().getLast();
          for (int i = 0; i < 1_000; i++) {
            counting.change();
          }
        });
    Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> painted.get() > before);
    assertThat(painted.get() - before).isLessThan(10);
  }

  private static final class Counting extends InkRegion {

    private final AtomicInteger painted;

    Counting(AtomicInteger painted) {
      this.painted = painted;
      setPrefSize(48, 48);
    }

    void change() {
      repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
      painted.incrementAndGet();
      g.setFill(Color.BLACK);
      g.fillRect(0, 0, width, height);
    }
  }
}
