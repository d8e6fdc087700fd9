package io.timecoin.node.cli.keys;

import io.timecoin.node.cli.console.CommandGroup;
import picocli.CommandLine.Command;

/** Genesis files. */
@Command(
    name = "genesis",
    description = "Make private networks.",
    subcommands = GenesisCreateCommand.class)
public final class GenesisCommand extends CommandGroup {}
