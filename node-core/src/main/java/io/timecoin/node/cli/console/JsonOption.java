package io.timecoin.node.cli.console;

import picocli.CommandLine.Option;

/** The switch between a result for people and one for programs. */
public final class JsonOption {
  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  /** Whether the result is for a program. */
  public boolean wanted() {
    return json;
  }
}
