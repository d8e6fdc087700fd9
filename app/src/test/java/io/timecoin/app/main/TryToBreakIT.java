package io.timecoin.app.main;

import static io.timecoin.app.main.AppDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.fx.ThemeMode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seven real masternodes, broken and healed from the window, leaving pictures. */
class TryToBreakIT {

  @TempDir Path data;

  private AppDriver app;

  @BeforeEach
  void openDemo() throws TimeoutException {
    app = AppDriver.open(data);
    app.press("#choose-demo");
    app.press("#rail-trial");
    until(() -> app.enabled("#trial-pay"));
  }

  @AfterEach
  void closeWindow() throws TimeoutException {
    app.close();
  }

  private void darkly(String name) {
    app.picture(name);
    app.robot.interact(() -> app.theme().modeProperty().set(ThemeMode.DARK));
    app.picture(name + "-dark");
    app.robot.interact(() -> app.theme().modeProperty().set(ThemeMode.LIGHT));
  }

  /** Presses without the mouse, since the page scrolls. */
  private void press(String selector) {
    until(() -> app.enabled(selector));
    app.robot.interact(
        () -> {
          Node node = app.window().scene().lookup(selector);
          if (node instanceof Button button) {
            button.fire();
          } else {
            ((ToggleButton) node).fire();
          }
        });
  }

  private void healed() {
    press("#heal");
    until(() -> !app.reads("Broken on purpose") && app.enabled("#stop-2"));
  }

  private String label(String selector) {
    return app.window().scene().lookup(selector) instanceof Label label && label.isVisible()
        ? label.getText()
        : "";
  }

  private void awaitStanding(String beginning) {
    until(() -> label("#trial-standing").startsWith(beginning));
  }

  /** Pays, and waits until that payment is the one shown. */
  private void pay(int before) {
    press("#trial-pay");
    until(() -> paid() == before + 1);
  }

  private long paid() {
    return app.window().scene().lookup("#trial-lines").lookupAll(".tk-line-button").size();
  }

  @Test
  void oneOfTwoPaymentsOfOneCoinBecomesFinalAndNeverBoth() {
    int finals = 0;
    for (int round = 0; finals == 0; round++) {
      press("#double-spend");
      until(() -> app.present("#contest"));
      if (round == 0) {
        darkly("try-double-spend");
      }
      until(() -> isOver(label("#contest-verdict")));
      finals = standings("Final: ") + standings("Final, and");
      assertThat(finals).isLessThan(2);
      assertThat(finals == 1 ? standings("It will never be final") : 1).isEqualTo(1);
      assertThat(round).as("rounds in which a block released both").isLessThan(5);
      darkly("try-double-spend-over");
      press("#rail-trial");
    }
    assertThat(finals).isEqualTo(1);
    press("#last-contest");
    until(() -> app.present("#contest"));
  }

  private static boolean isOver(String verdict) {
    return List.of("The payment to", "A block decided", "A block released").stream()
        .anyMatch(verdict::startsWith);
  }

  private int standings(String beginning) {
    return (int) app.texts("#contest").stream().filter(text -> text.startsWith(beginning)).count();
  }

  @Test
  void twoMayStopAndThreeMakePaymentsWaitUntilOneIsBack() {
    darkly("try-page");
    pay(0);
    awaitStanding("Final");
    press("#stop-2");
    until(() -> app.reads("2 masternodes stopped"));
    pay(1);
    awaitStanding("Final");
    darkly("try-stop-2");

    until(() -> app.enabled("#stop-3"));
    press("#stop-3");
    until(() -> app.reads("3 masternodes stopped"));
    pay(2);
    until(() -> label("#trial-why").contains("Node 5"));
    assertThat(label("#trial-why")).contains("Node 6", "Node 7", "becomes final by itself");
    assertThat(label("#trial-standing")).contains("4 of 7").contains("5 are needed");
    darkly("try-stop-3");
    assertThat(app.enabled("#toggle-1")).isFalse();

    press("#toggle-5");
    awaitStanding("Final");
    app.picture("try-stop-3-started");
    app.press("#rail-wallet");
    until(() -> app.reads("Broken on purpose: 2 masternodes stopped"));
    app.picture("try-banner");
    press("#banner-heal");
    until(() -> !app.reads("Broken on purpose"));
  }

  @Test
  void splitNetworkIsFinalOnTheSideThatIsLargeEnoughOnly() {
    press("#part-2");
    until(() -> app.reads("network split 2 | 5"));
    until(() -> app.reads("out of reach"));
    pay(0);
    until(() -> label("#trial-why").contains("Node 7"));
    assertThat(label("#trial-standing")).contains("2 of 7");
    darkly("try-split");
    healed();
    awaitStanding("Final");

    press("#part-5");
    until(() -> app.reads("network split 5 | 2"));
    pay(1);
    awaitStanding("Final");
    healed();
  }

  @Test
  void slowMessagesMakePaymentsSlowAndNothingElse() {
    pay(0);
    awaitStanding("Final");
    press("#delay-500");
    until(() -> app.reads("messages 500\u00A0ms late"));
    pay(1);
    app.picture("try-delay-running");
    awaitStanding("Final");
    assertThat(label("#trial-standing")).containsPattern("[1-9]\\.\\d\\u00A0s");
    app.picture("try-delay");
  }

  @Test
  void walletThatWasAwayMissesNothing() {
    press("#away");
    until(() -> app.present("#stale") && app.window().scene().lookup("#stale").isVisible());
    press("#trial-pay");
    until(() -> label("#trial-why").startsWith("Your wallet is not connected. The payment leaves"));
    press("#trial-receive");
    darkly("try-away");
    press("#away");
    until(() -> paid() == 2 && app.texts("#trial-lines").stream().noneMatch("waits"::equals));
    app.picture("try-back");
    app.press("#rail-transactions");
    until(() -> app.rows("#transactions") == 2);
    until(() -> !app.window().scene().lookup("#stale").isVisible());
    app.picture("try-back-payments");
  }
}
