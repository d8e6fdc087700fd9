package io.timecoin.app.fx.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.fx.FxWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class HashLabelIT {

  private static final String TXID = "0123456789abcdef".repeat(4);

  private final FxRobot robot = new FxRobot();
  private final List<String> copied = new ArrayList<>();
  private FxWindow window;
  private HashLabel label;

  @BeforeEach
  void open() throws TimeoutException {
    window =
        FxWindow.open(
            () -> {
              label = new HashLabel(TXID, copied::add);
              return new VBox(label);
            });
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void clickCopiesTheWholeAndSaysSo() {
    robot.clickOn(label);
    assertThat(copied).containsExactly(TXID);
    assertThat(label.getText()).isEqualTo("Copied");
    Awaitility.await()
        .atMost(5, TimeUnit.SECONDS)
        .until(() -> label.getText().equals("01234567…abcdef"));
  }

  @Test
  void enterCopiesToo() {
    robot.interact(label::requestFocus);
    robot.type(KeyCode.ENTER);
    assertThat(copied).containsExactly(TXID);
  }

  @Test
  void screenReadersGetTheWhole() {
    assertThat(label.getAccessibleText()).isEqualTo(TXID);
  }
}
