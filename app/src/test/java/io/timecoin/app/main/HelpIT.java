package io.timecoin.app.main;

import static io.timecoin.app.main.AppDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log and the bundle for those who help, on the demo network. */
class HelpIT {

  @TempDir Path data;

  private AppDriver app;

  @BeforeEach
  void open() throws Exception {
    app = AppDriver.open(data);
    app.press("#choose-demo");
    until(() -> app.says("#balance-total", "1,000.00"));
  }

  @AfterEach
  void close() throws Exception {
    app.close();
  }

  @Test
  void bundleIsShownBeforeItIsSavedAndHasNoSecrets() throws IOException {
    String token = app.window().demoNetwork().adminToken();
    String address =
        app.window()
            .demoNetwork()
            .network()
            .orElseThrow()
            .wallets()
            .getFirst()
            .address()
            .toString();
    LoggerFactory.getLogger("Careless").warn("token {} of {}, password=hunter2", token, address);
    app.press("#rail-network");
    until(() -> app.present("#members"));
    app.press("#rail-settings").press("#diagnose");
    until(() -> app.text("#bundle-text").startsWith("Timekeeper "));
    app.picture("help-diagnostics");
    String preview = textOf(app);
    assertThat(preview).contains("data folder");
    app.press("#bundle-save");
    until(() -> !bundles().isEmpty() && bundles().getFirst().toFile().length() > 0);
    until(() -> app.reads("Written to") || app.reads(".zip"));
    try (ZipFile zip = new ZipFile(bundles().getFirst().toFile())) {
      List<String> texts = new ArrayList<>();
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      assertThat(texts.getFirst()).as("what was seen is what is saved").isEqualTo(preview);
      assertThat(String.join("\n", texts))
          .contains("Careless - token [removed] of address-")
          .contains("\"verdict\"")
          .contains("coins {UNSPENT=10}")
          .doesNotContain(token, address, "hunter2", System.getProperty("user.home") + "/");
    }
  }

  @Test
  void logFollowsIsFilteredAndExported() throws IOException {
    LoggerFactory.getLogger("Tester").error("something burns");
    app.press("#rail-settings").press("#show-log");
    until(() -> app.reads("something burns"));
    app.picture("help-log");
    app.fill("#log-filter", "no such line");
    until(() -> app.reads("Nothing was said yet"));
    app.fill("#log-filter", "burns");
    LoggerFactory.getLogger("Tester").error("it still burns");
    until(() -> app.reads("it still burns"));
    app.press("#log-export");
    Path exported = data.resolve("timekeeper-log.txt");
    until(() -> exported.toFile().length() > 0);
    assertThat(Files.readAllLines(exported)).hasSize(2);
    assertThat(Files.readString(data.resolve("logs").resolve("timekeeper.log")))
        .contains("ERROR")
        .contains("something burns");
  }

  private static String textOf(AppDriver app) {
    return ((TextInputControl) app.window().scene().lookup("#bundle-text")).getText();
  }

  private List<Path> bundles() {
    try (Stream<Path> files = Files.list(data)) {
      return files.filter(file -> file.toString().endsWith(".zip")).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
