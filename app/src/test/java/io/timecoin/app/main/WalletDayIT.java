package io.timecoin.app.main;

import static io.timecoin.app.main.AppDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.client.ClientSettings;
import io.timecoin.app.client.MicroClock;
import io.timecoin.app.client.NodeClient;
import io.timecoin.app.fx.ThemeMode;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wallet user's day, with real masternodes and real files. */
class WalletDayIT {

  private static final String PASSWORD = "correct horse battery";

  @TempDir Path data;
  @TempDir Path elsewhere;

  private AppDriver app;

  @BeforeEach
  void open() throws TimeoutException {
    app = AppDriver.open(data);
  }

  @AfterEach
  void close() throws TimeoutException {
    app.close();
  }

  @Test
  void walletIsCreatedUsedLockedAndRestored() throws Exception {
    app.press("#choose-demo");
    until(() -> app.says("#balance-total", "1,000.00"));
    Devnet network = app.window().demoNetwork().network().orElseThrow();
    List<String> words = create();
    Address first = ownAddress();

    pay(network, 0, first, 30);
    pay(network, 1, first, 12);
    until(() -> app.says("#balance-total", "42.00"));
    assertThat(ownAddress()).as("a paid address is not handed out again").isNotEqualTo(first);
    payTwo(network);
    exportAndLookAfter(words);
    lockAndUnlock();
    app.picture("wallet-day-6-payments");

    app.press("#rail-wallet");
    String balance = String.join(" ", app.texts("#balance-total"));
    restoreElsewhere(network, words, balance);
  }

  /** Makes a wallet on the demo's network; its words, as read from the screen. */
  private List<String> create() {
    app.press("#rail-next").press("#next-wallets");
    until(() -> app.present("#create-wallet"));
    app.picture("wallet-day-1-none");
    app.press("#create-wallet")
        .fill("#wallet-name", "Savings")
        .fill("#wallet-password", PASSWORD)
        .fill("#wallet-repeat", PASSWORD);
    app.picture("wallet-day-2-form");
    app.press("#to-words");
    until(() -> app.present("#words"));
    app.picture("wallet-day-3-words");
    List<String> words =
        app.texts("#words").stream().filter(text -> !text.matches("[0-9]+")).toList();
    assertThat(words).hasSize(12);
    app.press("#to-check");
    for (int i = 1; i <= words.size(); i++) {
      if (app.present("#word-" + i)) {
        app.fill("#word-" + i, words.get(i - 1));
      }
    }
    app.picture("wallet-day-4-check");
    app.press("#finish");
    until(() -> app.says("#balance-total", "0.00") && app.present("#own-address"));
    assertThat(Files.exists(data.resolve("wallets").resolve("Savings.timewallet"))).isTrue();
    return words;
  }

  private Address ownAddress() {
    return Address.parse(
        ((io.timecoin.app.fx.control.HashLabel) app.window().scene().lookup("#own-address"))
            .hashProperty()
            .get());
  }

  /** Somebody else pays: a coin of one of the demo's contacts. */
  private static void pay(Devnet network, int coin, Address to, long time) {
    SigningKey key = network.wallets().get(1).key();
    Address own = network.wallets().get(1).address();
    var outputs = network.genesis().initialOutputs();
    var outPoints = network.genesis().coinbase().outPoints();
    List<Integer> mine =
        IntStream.range(0, outputs.size())
            .filter(i -> outputs.get(i).address().equals(own))
            .boxed()
            .toList();
    int index = mine.get(coin);
    Amount paid = Amount.ofTime(time);
    Amount rest = outputs.get(index).amount().minus(paid).minus(network.genesis().minFee());
    Transaction transaction =
        TransactionSigner.sign(
            network.genesis().hash(),
            List.of(new TransactionSigner.Spend(outPoints.get(index), key)),
            List.of(new TxOutput(paid, to), new TxOutput(rest, own)),
            Instant.now().getEpochSecond());
    NodeClient client =
        new NodeClient(
            ClientSettings.standard(network.nodes().get(2).webSocketUri(), "payer"),
            new MessageCodec(),
            (_, _) -> {},
            new MicroClock(Clock.systemUTC()));
    client.start();
    client.pay(transaction);
    CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS).execute(client::close);
  }

  /** Two people at once, from a coin chosen by hand. */
  private void payTwo(Devnet network) {
    app.press("#rail-utxos");
    until(() -> app.rows("#utxos") == 2);
    app.robot.interact(
        () -> ((TableView<?>) app.window().scene().lookup("#utxos")).getSelectionModel().select(0));
    app.press("#spend-selected").press("#send-add");
    app.fill("#send-recipient", network.wallets().get(1).address().toString());
    app.fill("#send-amount", "5");
    app.fill("#send-recipient-2", network.wallets().get(2).address().toString());
    app.fill("#send-amount-2", "7.5");
    until(() -> app.enabled("#send"));
    app.picture("wallet-day-5-two");
    app.press("#send");
    until(() -> app.enabled("#view-certificate"));
    app.press("#rail-wallet");
    until(() -> app.says("#balance-total", "29.49999"));
    System.gc(); // what only listeners held is gone now
    until(() -> app.reads("17.49999"));
  }

  /** The history as a file, a contact, the words behind the password. */
  private void exportAndLookAfter(List<String> words) throws IOException {
    app.press("#rail-manage").press("#export-history");
    Path history = data.resolve("history.csv");
    until(() -> history.toFile().length() > 0);
    assertThat(Files.readAllLines(history))
        .hasSize(4)
        .anyMatch(line -> line.contains(",sent,12.5,0.00001,-12.50001,"))
        .anyMatch(line -> line.contains(",received,30,0,30,"));
    app.fill("#contact-name", "Carol").fill("#contact-address", ownAddressText());
    app.press("#contact-add");
    until(() -> app.reads("Carol"));
    app.picture("wallet-day-9-manage");
    app.robot.interact(() -> app.window().scene().lookup("#password-now").requestFocus());
    app.fill("#password-now", PASSWORD).press("#show-words");
    until(() -> app.texts("#kept-words").containsAll(words));
    app.picture("wallet-day-9-words");
    app.press("#rail-receive").fill("#receive-amount", "3").fill("#receive-label", "Order 1284");
    app.picture("wallet-day-9-receive");
    app.press("#receive-merchant");
    until(() -> app.present("#merchant"));
    app.picture("wallet-day-9-merchant");
    scanTheMerchantsCode();
    app.robot.interact(() -> app.theme().modeProperty().set(ThemeMode.DARK));
    app.press("#rail-receive");
    app.picture("wallet-day-9-receive-dark");
    app.robot.interact(() -> app.theme().modeProperty().set(ThemeMode.CONTRAST));
    app.press("#rail-wallet");
    app.picture("wallet-day-9-contrast");
    app.robot.interact(() -> app.theme().modeProperty().set(ThemeMode.LIGHT));
  }

  /** A picture of the screen that shows the code is read back into the form. */
  private void scanTheMerchantsCode() throws IOException {
    Path noPicture = Files.writeString(data.resolve("note.png"), "not a picture");
    app.willPick(noPicture).press("#rail-send").press("#send-scan").press("#scan-file");
    until(() -> app.reads("This file is no picture"));
    app.picture("wallet-day-9-scan-problem");
    app.willPick(AppDriver.pictureFile("wallet-day-9-merchant"));
    app.press("#send-scan").press("#scan-file");
    until(() -> app.text("#send-amount").equals("3"));
    assertThat(app.reads("The link says: Order 1284")).isTrue();
    app.picture("wallet-day-9-scanned");
    app.robot.interact(() -> copy("timecoin:TIME0abc"));
    app.press("#send-scan").press("#scan-clipboard");
    until(() -> app.reads("The address in this payment link is none"));
    app.fill("#send-recipient", "").fill("#send-amount", "");
  }

  private static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  private String ownAddressText() {
    app.press("#rail-wallet");
    String address = ownAddress().toString();
    app.press("#rail-manage");
    return address;
  }

  private void lockAndUnlock() {
    app.robot.push(KeyCode.CONTROL, KeyCode.L);
    until(() -> app.reads("The wallet is locked"));
    assertThat(app.says("#balance-total", "29.49999")).as("watching goes on").isTrue();
    app.press("#rail-send");
    until(() -> app.enabled("#send-unlock"));
    app.picture("wallet-day-6-locked");
    app.press("#send-unlock").fill("#open-password", "wrong one").press("#open-wallet");
    until(() -> app.reads("does not open it"));
    app.fill("#open-password", PASSWORD).press("#open-wallet");
    until(() -> app.present("#rail-transactions") && !app.reads("The wallet is locked"));
    app.press("#rail-transactions");
    until(() -> app.rows("#transactions") == 3);
  }

  /** On another computer, from the words alone: the same money, the same history. */
  private void restoreElsewhere(Devnet network, List<String> words, String balance)
      throws TimeoutException {
    String node = network.nodes().get(1).webSocketUri().toString();
    AppDriver first = app;
    app = AppDriver.open(elsewhere);
    app.press("#choose-wallets").press("#restore-wallet");
    app.fill("#phrase", String.join(" ", words))
        .fill("#wallet-name", "Again")
        .fill("#wallet-node", node)
        .fill("#wallet-password", PASSWORD)
        .fill("#wallet-repeat", PASSWORD);
    app.robot.interact(
        () ->
            ((javafx.scene.control.ChoiceBox<?>) app.window().scene().lookup("#wallet-network"))
                .getSelectionModel()
                .selectLast());
    app.picture("wallet-day-7-restore");
    app.press("#restore");
    until(() -> app.present("#balance-total"));
    until(() -> String.join(" ", app.texts("#balance-total")).equals(balance));
    app.press("#rail-transactions");
    until(() -> app.rows("#transactions") == 3);
    app.picture("wallet-day-8-restored");
    app.close();
    app = first;
  }
}
