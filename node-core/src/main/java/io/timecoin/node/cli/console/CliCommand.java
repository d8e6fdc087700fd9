package io.timecoin.node.cli.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command has: help, a terminal, and the three exit codes. */
@Command(
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%nParameters:%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:refused or failed", "2:wrong usage"})
public abstract class CliCommand implements Callable<Integer> {
  /** Exit code: done. */
  public static final int DONE = 0;

  /** Exit code: refused or failed. */
  public static final int FAILED = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  /**
   * Does the work.
   *
   * @return {@link #DONE} or {@link #FAILED}
   * @throws CommandFailedException with the line to show
   */
  protected abstract int run() throws Exception;

  @Override
  public final Integer call() throws Exception {
    return run();
  }

  /** Where to read and write. */
  protected final Terminal terminal() {
    return ((Terminal.Holder) spec.root().userObject()).ofRun();
  }

  /** Whether that option was given, whatever its value. */
  protected final boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  /** Wrong usage: shown with the command's synopsis, exit code 2. */
  protected final ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
