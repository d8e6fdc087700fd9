package io.timecoin.node.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.cli.CliProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run; a long one is made by hand. */
class ChaosIT {
  @TempDir Path folder;

  private CliProcess chaos(String time) throws Exception {
    return CliProcess.start(
        "chaos",
        "--nodes",
        "4",
        "--minutes",
        time,
        "--seed",
        "2",
        "--report",
        folder.resolve("report").toString());
  }

  @Test
  void shortRunBreaksNoPromiseAndTellsWhatHappened() throws Exception {
    try (CliProcess chaos = chaos("12s")) {
      assertThat(chaos.line()).contains("4 masternodes, 12 s", "0 breaches", "report in");
      assertThat(chaos.exit()).isZero();
    }
    Path report = folder.resolve("report");
    try (var files = Files.list(report)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("report.md", "timeline.svg", "history.jsonl");
    }
    assertThat(report.resolve("report.md"))
        .content()
        .contains("**No promise was broken.**")
        .doesNotContain("not judged");
    assertThat(report.resolve("timeline.svg")).content().contains("Node 4", "</svg>");
    assertThat(Files.readAllLines(report.resolve("history.jsonl")))
        .anyMatch(line -> line.contains("\"event\":\"fault_began\""))
        .anyMatch(line -> line.contains("\"new\":\"SpentFinalized\""));
  }

  @Test
  void signalEndsItWithAReportAndWithoutLeavingProcesses() throws Exception {
    List<ProcessHandle> nodes;
    try (CliProcess chaos = chaos("1h")) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> chaos.stderr().contains("payments accepted"));
      nodes = chaos.children();
      chaos.terminate();
      assertThat(chaos.line()).contains("cut short", "0 breaches");
      assertThat(chaos.exit()).isEqualTo(1);
    }
    assertThat(nodes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    assertThat(folder.resolve("report/report.md")).content().contains("cut short", "not judged");
    assertThat(folder.resolve("report/network")).doesNotExist();
  }
}
