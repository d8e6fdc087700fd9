package io.timecoin.node.cli.keys;

import io.timecoin.node.cli.console.CommandGroup;
import picocli.CommandLine.Command;

/** Keys. */
@Command(
    name = "key",
    description = "Make and show keys.",
    subcommands = {KeyNewCommand.class, KeyShowCommand.class})
public final class KeyCommand extends CommandGroup {}
