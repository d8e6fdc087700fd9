package io.timecoin.app.fx.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.fx.FxWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;

class ShellIT {

  private final FxRobot robot = new FxRobot();
  private final List<String> searched = new ArrayList<>();
  private FxWindow window;
  private Navigator navigator;
  private Shell shell;

  @BeforeEach
  void open() throws TimeoutException {
    window =
        FxWindow.open(
            theme -> {
              navigator =
                  new Navigator(
                      List.of(
                          new Page("send", "Send", Feather.SEND, () -> new Label("sending")),
                          new Page("utxos", "UTXOs", Feather.DATABASE, () -> new Label("coins"))));
              shell = new Shell(navigator, theme);
              shell.topBar().setOnSearch(searched::add);
              navigator.go("send");
              return shell;
            });
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void controlAndDigitGoesToThePage() {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    assertThat(navigator.titleProperty().get()).isEqualTo("UTXOs");
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT9);
    assertThat(navigator.titleProperty().get()).isEqualTo("UTXOs");
  }

  @Test
  void railGoesToThePage() {
    robot.clickOn("#rail-utxos");
    assertThat(robot.lookup("coins").tryQuery()).isPresent();
  }

  @Test
  void searchIsReachedByKeyboardAndHandsOnTheText() {
    robot.push(KeyCode.SHORTCUT, KeyCode.F);
    robot.write("1284").type(KeyCode.ENTER);
    assertThat(searched).containsExactly("1284");
  }

  @Test
  void toggleSwitchesToDark() {
    robot.clickOn("#theme-toggle");
    assertThat(window.theme().darkProperty().get()).isTrue();
  }

  @Test
  void altLeftGoesBackFromADetail() {
    robot.interact(() -> navigator.open("One payment", new Label("detail")));
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    assertThat(navigator.titleProperty().get()).isEqualTo("Send");
  }

  @Test
  void keyboardStaysInThePageWhenItsContentIsReplaced() {
    Button send = new Button("go");
    robot.interact(
        () -> {
          navigator.open("One payment", send);
          send.requestFocus();
          navigator.open("Sent", new Label("detail"));
        });
    Node owner = robot.lookup("detail").query().getScene().getFocusOwner();
    assertThat(owner.getStyleClass()).contains("tk-content");
  }

  @Test
  void errorsStayWithTheirDetailsAndTheOldestToastLeaves() {
    robot.interact(
        () -> {
          shell.notifier().error("It failed.", "code=busy");
          for (int i = 1; i <= Notifier.TOASTS_MAX; i++) {
            shell.notifier().info("News " + i);
          }
        });
    assertThat(shell.notifier().getChildren()).hasSize(Notifier.TOASTS_MAX);
    assertThat(robot.lookup("News " + Notifier.TOASTS_MAX).tryQuery()).isPresent();
  }

  @Test
  void detailsOfAnErrorOpenOnDemand() {
    robot.interact(() -> shell.notifier().error("It failed.", "code=busy"));
    robot.clickOn("Details");
    assertThat(robot.lookup("code=busy").query().isVisible()).isTrue();
  }

  @Test
  void paletteFindsByPartsOfWordsAndDoesWhatIsChosen() {
    List<String> done = new ArrayList<>();
    robot.interact(
        () ->
            shell.setCommands(
                () ->
                    List.of(
                        new Command(
                            "hide", "Hide amounts", "", Feather.EYE, () -> done.add("hide")),
                        new Command("dark", "Dark", "", Feather.MOON, () -> done.add("dark")))));
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    robot.write("amo hi").type(KeyCode.ENTER);
    assertThat(done).containsExactly("hide");
    assertThat(robot.lookup("#palette").query().isVisible()).isTrue();
    assertThat(robot.lookup("#palette").query().getParent().getParent().isVisible()).isFalse();

    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    assertThat(done).containsExactly("hide", "dark");
  }

  @Test
  void paletteGoesToPagesAndEscapeLeavesEverythingAsItWas() {
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    robot.write("utxo").type(KeyCode.ESCAPE);
    assertThat(navigator.titleProperty().get()).isEqualTo("Send");
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    robot.write("utxo").type(KeyCode.ENTER);
    assertThat(navigator.titleProperty().get()).isEqualTo("UTXOs");
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    robot.write("nothing is called so").type(KeyCode.ENTER);
    assertThat(navigator.titleProperty().get()).isEqualTo("UTXOs");
  }
}
