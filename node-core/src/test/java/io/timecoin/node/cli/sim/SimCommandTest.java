package io.timecoin.node.cli.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.cli.CliRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimCommandTest {
  @Test
  void cleanSeedsAreReportedWithTheirSpeed() {
    CliRun run = CliRun.of("sim", "--seeds", "3", "--nodes", "4", "--profile", "Storm");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("3 seeds of 4 masternodes (0 of them lie), profile storm: 0 broken")
        .contains("virtual seconds in")
        .doesNotContain("BREACH");
  }

  @Test
  void aSeedIsReplayedWithItsFaultsAndWithSomeOfThem() {
    CliRun whole = CliRun.of("sim", "--nodes", "4", "--replay", "9");
    CliRun two = CliRun.of("sim", "--nodes", "4", "--replay", "9", "--only-faults", "1,2");
    CliRun none =
        CliRun.of("sim", "--nodes", "4", "--replay", "9", "--only-faults", "0", "--trace");

    assertThat(whole.exit()).isZero();
    assertThat(whole.out()).contains("  1  ", "every promise kept");
    assertThat(two.out()).startsWith("seed 9: 2 faults").contains("  1  ", "  2  ");
    assertThat(none.lines().getFirst()).isEqualTo("seed 9: 0 faults");
    assertThat(none.lines()).hasSizeGreaterThan(1_000).anyMatch(line -> line.contains("peace"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--nodes 0",
        "--nodes many",
        "--seeds 0",
        "--threads 0",
        "--profile nice",
        "--trace",
        "--only-faults 1",
        "--replay 9 --only-faults 999"
      })
  void wrongUsageSaysWhy(String arguments) {
    CliRun run = CliRun.of(("sim " + arguments).split(" "));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("timekeeper sim: ").contains("--help");
  }

  @Test
  void scaleIsATableWithARowForEachSize() {
    CliRun run = CliRun.of("sim-scale", "--nodes", "4,7", "--payments", "2");

    assertThat(run.exit()).isZero();
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().get(1)).startsWith("4 ").contains(" ms");
    assertThat(CliRun.of("sim-scale", "--nodes", "2000").exit()).isEqualTo(2);
    assertThat(CliRun.of("sim-scale", "--payments", "61").exit()).isEqualTo(2);
  }
}
