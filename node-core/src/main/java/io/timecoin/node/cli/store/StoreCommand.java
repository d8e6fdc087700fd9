package io.timecoin.node.cli.store;

import io.timecoin.node.cli.console.CommandGroup;
import picocli.CommandLine.Command;

/** The data of a node. */
@Command(
    name = "store",
    description = "Check and look after the data of a node that is not running.",
    subcommands = {
      StoreVerifyCommand.class,
      StoreCompactCommand.class,
      StorePruneCommand.class,
      StoreExportCommand.class,
      StoreImportCommand.class
    })
public final class StoreCommand extends CommandGroup {}
