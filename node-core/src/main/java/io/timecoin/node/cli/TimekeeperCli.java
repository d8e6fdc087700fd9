package io.timecoin.node.cli;

import io.timecoin.node.cli.bench.BenchCommand;
import io.timecoin.node.cli.chaos.ChaosCommand;
import io.timecoin.node.cli.client.BlockCommand;
import io.timecoin.node.cli.client.CertificateCommand;
import io.timecoin.node.cli.client.HistoryCommand;
import io.timecoin.node.cli.client.QueryCommand;
import io.timecoin.node.cli.client.StatusCommand;
import io.timecoin.node.cli.client.WatchCommand;
import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.CommandGroup;
import io.timecoin.node.cli.console.Converters;
import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.cli.keys.GenesisCommand;
import io.timecoin.node.cli.keys.KeyCommand;
import io.timecoin.node.cli.network.DemoCommand;
import io.timecoin.node.cli.network.DevnetCommand;
import io.timecoin.node.cli.network.NodeCommand;
import io.timecoin.node.cli.offline.InspectCommand;
import io.timecoin.node.cli.offline.VerifyCommand;
import io.timecoin.node.cli.pay.SendCommand;
import io.timecoin.node.cli.sim.ScaleCommand;
import io.timecoin.node.cli.sim.SimCommand;
import io.timecoin.node.cli.soak.SoakCommand;
import io.timecoin.node.cli.store.StoreCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The program {@code timekeeper} without its window. */
@Command(
    name = "timekeeper",
    version = "Timekeeper 0.1.0",
    header = "A desktop wallet and masternode for TIME Coin.",
    description =
        "Without a command: the app; where there is no display, the demo in the terminal. "
            + "`timekeeper app` starts the app by name.",
    footer = "%nEvery command has --help. Results go to stdout, everything else to stderr.",
    subcommands = {
      DemoCommand.class,
      DevnetCommand.class,
      NodeCommand.class,
      SendCommand.class,
      QueryCommand.class,
      StatusCommand.class,
      BlockCommand.class,
      HistoryCommand.class,
      WatchCommand.class,
      CertificateCommand.class,
      VerifyCommand.class,
      InspectCommand.class,
      KeyCommand.class,
      GenesisCommand.class,
      BenchCommand.class,
      StoreCommand.class,
      SoakCommand.class,
      ChaosCommand.class,
      SimCommand.class,
      ScaleCommand.class
    })
public final class TimekeeperCli extends CommandGroup implements Terminal.Holder {
  private final Terminal terminal;

  TimekeeperCli(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Terminal.ofProcess(), args));
  }

  /** Runs one command. */
  public static int run(Terminal terminal, String... args) {
    try {
      return commandLine(terminal).execute(args);
    } finally {
      terminal.out().flush();
    }
  }

  /** The whole program's commands. */
  static CommandLine commandLine(Terminal terminal) {
    CommandLine line =
        new CommandLine(new TimekeeperCli(terminal))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(writer(terminal.out()))
            .setErr(writer(terminal.err()))
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
            .setParameterExceptionHandler((problem, _) -> wrongUsage(terminal, problem))
            .setExecutionExceptionHandler(
                (problem, command, _) -> failed(terminal, problem, command));
    Converters.register(line);
    return line;
  }

  @Override
  public Terminal ofRun() {
    return terminal;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private static int wrongUsage(Terminal terminal, ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    terminal.say(name + ": " + problem.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(problem, command.getErr());
    terminal.say("`" + name + " --help` shows how it is used.");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int failed(Terminal terminal, Exception problem, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    if (problem instanceof CommandFailedException failure) {
      terminal.say(name + ": " + failure.line());
    } else {
      terminal.say(name + ": unexpected fault, please report it: " + problem);
      LoggerFactory.getLogger(TimekeeperCli.class).error("unexpected fault", problem);
    }
    return CliCommand.FAILED;
  }
}
