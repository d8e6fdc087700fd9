package io.timecoin.node.cli.console;

/** A command that only has commands of its own: naming none of them is wrong usage. */
public abstract class CommandGroup extends CliCommand {
  @Override
  protected final int run() {
    throw wrongUsage("which of its commands? --help lists them");
  }
}
