package io.timecoin.node.cli.soak;

import io.timecoin.node.cli.console.CommandGroup;
import picocli.CommandLine.Command;

/** Loops. */
@Command(
    name = "soak",
    header = "Try to break a network, for long.",
    description = "Loops against a real network of its own; each ends with 1 if a promise broke.",
    hidden = true,
    subcommands = {
      SoakDoubleSpendCommand.class,
      SoakKillCommand.class,
      SoakQuorumCommand.class,
      SoakCrashCommand.class,
      SoakPauseCommand.class,
      SoakPartitionCommand.class,
      SoakJoinCommand.class,
      SoakSplitCommand.class
    })
public final class SoakCommand extends CommandGroup {}
