package io.timecoin.app.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.app.fx.Png;
import io.timecoin.app.fx.Theme;
import io.timecoin.app.fx.ThemeMode;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.finality.CertificateVerifier;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisJson;
import io.timecoin.node.protocol.MessageCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A newcomer's first minute, with real masternodes, leaving pictures. */
class FirstStartIT {

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path data;

  private final FxRobot robot = new FxRobot();
  private AppWindow window;
  private Theme theme;

  @BeforeEach
  void openWindow() throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          theme = new Theme();
          theme.install();
          theme.calmProperty().set(true);
          theme.modeProperty().set(ThemeMode.LIGHT);
          window = new AppWindow(stage, theme, data, name -> Optional.of(data.resolve(name)));
          window.show();
        });
  }

  @AfterEach
  void closeWindow() throws TimeoutException {
    FxToolkit.setupFixture(
        () -> {
          window.close();
          theme.uninstall();
        });
    FxToolkit.cleanupStages();
  }

  @Test
  void newcomerWatchesAPaymentBecomeFinal() throws Exception {
    picture("1-welcome");
    robot.clickOn("#choose-demo");
    until(() -> present("#node-7"));
    picture("2-network");
    until(() -> says("#balance-total", "1,000.00"));
    picture("3-wallet");

    robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
    until(() -> enabled("#send"));
    picture("4-send");
    robot.clickOn("#send");
    until(() -> enabled("#view-certificate"));
    until(() -> proven("checked on this computer"));
    assertThat(robot.lookup("#standing").queryAs(Label.class).getText())
        .startsWith("Final: ")
        .contains("of 7 agreed");
    picture("5-finalize");

    robot.clickOn("#view-certificate");
    WaitForAsyncUtils.waitForFxEvents();
    picture("6-certificate");
    robot.clickOn("#export-certificate");
    certificateFileProvesThePayment();

    robot.clickOn("#rail-transactions");
    until(() -> rows("#transactions") == 1);
    picture("7-payments");
    robot.clickOn("#rail-utxos");
    until(() -> rows("#utxos") == 10);
    picture("8-utxos");
    robot.clickOn("#rail-dashboard");
    until(() -> present("#feed"));
    picture("9-dashboard");
    looksAtTheNetwork();
    looksAtTheBlock();
    robot.clickOn("#rail-dashboard");
    robot.interact(() -> theme.modeProperty().set(ThemeMode.DARK));
    picture("9-dashboard-dark");
    robot.clickOn("#rail-next");
    until(() -> present("#erase"));
    picture("10-next");
    watchSomebodyElse();
  }

  /** Seven masternodes take part; a peer is banned and let in again. */
  private void looksAtTheNetwork() {
    robot.clickOn("#rail-network");
    until(() -> rows("#members") == 7);
    picture("13-masternodes");
    robot.clickOn("#pill-peers");
    until(() -> rows("#peers") == 6);
    robot.interact(
        () -> ((TableView<?>) window.scene().lookup("#peers")).getSelectionModel().select(0));
    picture("13-peers");
    robot.clickOn("#ban").clickOn("#ban");
    until(() -> rows("#peers") == 5);
    robot.clickOn("#pill-bans");
    until(() -> rows("#bans") == 1);
    picture("13-bans");
    robot.clickOn(robot.lookup("Undo").queryAs(Hyperlink.class));
    until(() -> rows("#bans") == 0);
    robot.clickOn("#pill-peers");
    until(() -> rows("#peers") == 6);
  }

  /** The payment is in a block after some seconds; the block is found by the payment. */
  private void looksAtTheBlock() {
    robot.clickOn("#rail-blocks");
    until(() -> rows("#blocks") >= 1);
    // Another block may have come meanwhile: the payment is in the first.
    robot.interact(() -> field("#find-block").setText("1"));
    robot.clickOn("#find-block").type(KeyCode.ENTER);
    until(() -> visibleTexts().contains("Block 1"));
    robot.type(KeyCode.ESCAPE);
    picture("12-blocks");
    String txid =
        window.scene().lookup("#block").lookupAll(".tk-mono").stream()
            .filter(Hyperlink.class::isInstance)
            .map(link -> ((Hyperlink) link).getTooltip().getText())
            .findFirst()
            .orElseThrow();
    robot.interact(() -> field("#find-block").setText("77"));
    robot.clickOn("#find-block").type(KeyCode.ENTER);
    until(() -> visibleTexts().stream().anyMatch(text -> text.startsWith("No block here")));
    robot.interact(() -> field("#find-block").setText(txid));
    robot.clickOn("#find-block").type(KeyCode.ENTER);
    until(() -> visibleTexts().contains("Found."));
    robot.type(KeyCode.ESCAPE);
    until(() -> !visibleTexts().contains("Found."));
    robot.interact(() -> theme.modeProperty().set(ThemeMode.DARK));
    picture("12-blocks-dark");
    robot.interact(() -> theme.modeProperty().set(ThemeMode.LIGHT));
  }

  private void watchSomebodyElse() {
    Devnet network = window.demoNetwork().network().orElseThrow();
    robot.clickOn("#next-watch");
    until(() -> present("#watch-start"));
    robot.interact(
        () -> {
          field("#watch-node").setText(network.nodes().get(1).webSocketUri().toString());
          TextArea addresses = (TextArea) window.scene().lookup("#watch-addresses");
          addresses.setText(network.wallets().get(1).address().toString());
        });
    robot.clickOn("#watch-start");
    until(() -> present("#rail-utxos") && !present("#rail-wallet"));
    robot.clickOn("#rail-utxos");
    until(() -> rows("#utxos") == 10);
    picture("11-watching");
  }

  @Test
  void mistakesAreNamedBesideTheFieldAndNothingCanBeSent() {
    robot.clickOn("#choose-demo");
    until(() -> says("#balance-total", "1,000.00"));
    robot.clickOn("#wallet-send");
    until(() -> enabled("#send"));
    robot.interact(() -> field("#send-amount").setText("5000"));
    until(() -> !enabled("#send"));
    assertThat(visibleTexts()).anyMatch(text -> text.startsWith("You can spend 1,000.00"));
    robot.interact(() -> field("#send-recipient").setText("TIME0nonsense"));
    assertThat(visibleTexts()).anyMatch(text -> text.startsWith("This is no address:"));
    picture("send-mistakes");
  }

  @Test
  void otherTilesLeadSomewhereAndBack() {
    robot.clickOn("#choose-watch");
    until(() -> present("#watch-node"));
    robot.interact(() -> field("#watch-node").setText("http://nowhere"));
    assertThat(visibleTexts()).anyMatch(text -> text.startsWith("A node is written ws://"));
    picture("watch");
    robot.clickOn("#back");
    until(() -> present("#choose-masternode"));
    robot.clickOn("#choose-masternode");
    until(() -> present("#back"));
    picture("masternode");
    robot.type(KeyCode.ESCAPE);
    until(() -> present("#choose-demo"));
  }

  private void certificateFileProvesThePayment() throws Exception {
    until(() -> certificateFile().isPresent());
    Genesis genesis = GenesisJson.parse(Files.readString(genesisFile()));
    String text = Files.readString(certificateFile().orElseThrow());
    assertThat(
            new CertificateVerifier(genesis.hash(), genesis.masternodes())
                .check(new MessageCodec().readCertificate(text).certificate()))
        .isEmpty();
  }

  private Path genesisFile() {
    return data.resolve("demo").resolve("genesis.json");
  }

  private Optional<Path> certificateFile() {
    try (Stream<Path> files = Files.list(data)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("certificate-"))
          .filter(file -> file.toFile().length() > 0)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void until(BooleanSupplier condition) {
    await().atMost(PATIENCE).until(() -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
  }

  private boolean present(String selector) {
    return window.scene().lookup(selector) != null;
  }

  private boolean enabled(String selector) {
    Node node = window.scene().lookup(selector);
    return node != null && !node.isDisabled();
  }

  private boolean says(String selector, String text) {
    Node node = window.scene().lookup(selector);
    return node != null
        && node.lookupAll(".label").stream()
            .anyMatch(label -> label instanceof Label l && l.getText().contains(text));
  }

  private boolean proven(String text) {
    return visibleTexts().stream().anyMatch(shown -> shown.contains(text));
  }

  private int rows(String selector) {
    return window.scene().lookup(selector) instanceof TableView<?> table
        ? table.getItems().size()
        : 0;
  }

  private TextField field(String selector) {
    return (TextField) window.scene().lookup(selector);
  }

  private List<String> visibleTexts() {
    return window.scene().getRoot().lookupAll(".label").stream()
        .filter(node -> node.isVisible() && node instanceof Label)
        .map(node -> ((Label) node).getText())
        .toList();
  }

  private void picture(String name) {
    WaitForAsyncUtils.waitForFxEvents();
    try {
      Image image = FxToolkit.setupFixture(() -> window.scene().snapshot(null));
      Png.write(image, PICTURES.resolve("first-start-" + name + ".png"));
    } catch (TimeoutException e) {
      throw new AssertionError("the FX thread did not answer", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
