package io.timecoin.app.main;

import static io.timecoin.app.main.AppDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator watches, on the demo network and its real figures. */
class DashboardIT {

  @TempDir Path data;

  private AppDriver app;

  @BeforeEach
  void payOnce() throws Exception {
    app = AppDriver.open(data);
    app.press("#choose-demo");
    until(() -> app.says("#balance-total", "1,000.00"));
    app.press("#rail-send").press("#send");
    until(() -> app.reads("Final"));
    app.press("#rail-dashboard");
    until(() -> app.present("#chart"));
  }

  @AfterEach
  void close() throws Exception {
    app.close();
  }

  @Test
  void everyGaugeIsMeasuredAndDrawn() throws IOException {
    until(() -> app.says("#gauge-finality", "ms") && app.says("#gauge-lock", "ms"));
    until(() -> app.says("#gauge-notify", "ms") && app.says("#gauge-memory", "MB"));
    until(() -> app.says("#gauge-traffic", "B/s"));
    app.picture("dashboard-finality");
    app.press("#gauge-lock");
    app.picture("dashboard-lock");
    app.press("#span-day");
    app.picture("dashboard-day");
    app.press("#chart-export");
    Path csv = data.resolve("lock.csv");
    until(() -> csv.toFile().length() > 0);
    assertThat(Files.readString(csv)).startsWith("time,p50 (millis)").contains("Z,");
  }

  @Test
  void feedIsFilteredAndExportedAsItIsSeen() throws IOException {
    until(() -> app.rows("#feed") > 3);
    app.fill("#feed-filter", "no such outpoint");
    until(() -> app.rows("#feed") == 0);
    app.fill("#feed-filter", ":1");
    until(() -> app.rows("#feed") > 0);
    app.press("#feed-pause").press("#feed-export");
    Path csv = data.resolve("feed.csv");
    until(() -> csv.toFile().length() > 0);
    assertThat(Files.readAllLines(csv)).hasSize(app.rows("#feed") + 1);
    assertThat(Files.readAllLines(csv).subList(1, app.rows("#feed") + 1))
        .allMatch(line -> line.contains(":1"));
  }
}
