package io.timecoin.node.cli;

import io.timecoin.node.cli.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One command run inside this process, with what it printed. */
public record CliRun(int exit, String out, String err) {
  /** Runs without input. */
  public static CliRun of(String... args) {
    return with(new byte[0], Map.of(), args);
  }

  /** A terminal that nobody looks at. */
  static Terminal terminal() {
    return terminal(
        new byte[0], new ByteArrayOutputStream(), new ByteArrayOutputStream(), Map.of());
  }

  private static Terminal terminal(
      byte[] input,
      ByteArrayOutputStream out,
      ByteArrayOutputStream err,
      Map<String, String> environment) {
    return new Terminal(
        new ByteArrayInputStream(input),
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        environment,
        _ -> Optional.empty());
  }

  /** Runs with input and environment. */
  public static CliRun with(byte[] input, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = TimekeeperCli.run(terminal(input, out, err, environment), args);
    return new CliRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The lines on stdout. */
  public List<String> lines() {
    return out.lines().toList();
  }
}
