package io.timecoin.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.cli.console.CommandGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class TimekeeperCliTest {
  private static CommandLine line() {
    return TimekeeperCli.commandLine(CliRun.terminal());
  }

  static Stream<List<String>> everyCommand() {
    List<List<String>> paths = new ArrayList<>();
    collect(line(), List.of(), paths);
    return paths.stream();
  }

  private static void collect(CommandLine line, List<String> path, List<List<String>> paths) {
    paths.add(path);
    line.getSubcommands()
        .forEach(
            (name, sub) -> {
              List<String> below = new ArrayList<>(path);
              below.add(name);
              collect(sub, below, paths);
            });
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void everyCommandHasHelpOnStdout(List<String> path) {
    List<String> args = new ArrayList<>(path);
    args.add("--help");
    CliRun run = CliRun.of(args.toArray(String[]::new));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Usage: timekeeper").contains("Exit codes:");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void everyCommandRefusesAnUnknownOptionAsWrongUsage(List<String> path) {
    List<String> args = new ArrayList<>(path);
    args.add("--no-such-option");
    CliRun run = CliRun.of(args.toArray(String[]::new));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--help");
  }

  @Test
  void everyCommandHasAHeadlineForTheList() {
    assertThat(line().getSubcommands().values())
        .allSatisfy(sub -> assertThat(headline(sub)).as(sub.getCommandName()).isNotBlank());
  }

  private static String headline(CommandLine sub) {
    String[] header = sub.getCommandSpec().usageMessage().header();
    boolean group = sub.getCommand() instanceof CommandGroup;
    return header.length == 1 ? header[0] : group ? "its commands speak for it" : "";
  }

  @Test
  void unknownCommandIsWrongUsageAndTheNearestIsNamed() {
    CliRun run = CliRun.of("snd");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("timekeeper send");
  }

  @Test
  void groupWithoutACommandIsWrongUsage() {
    assertThat(CliRun.of("key").exit()).isEqualTo(2);
  }

  @Test
  void valueThatIsNoneIsWrongUsageWithItsReason() {
    CliRun run = CliRun.of("query", "abc");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("txid:vout");
  }
}
