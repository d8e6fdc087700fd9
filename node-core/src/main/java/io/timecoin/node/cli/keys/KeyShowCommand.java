package io.timecoin.node.cli.keys;

import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.runtime.keys.KeyFile;
import io.timecoin.node.runtime.keys.KeyFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The public side of a key file. */
@Command(
    name = "show",
    header = "Show the public side of a key file.",
    description = "Show the public key and the addresses of a key file; needs no password.")
public final class KeyShowCommand extends CliCommand {
  @Parameters(paramLabel = "FILE", description = "The key file.")
  private Path file;

  @Mixin private JsonOption json;

  @Override
  protected int run() throws CommandFailedException {
    try {
      KeyView.of(KeyFile.readPublicKey(file)).print(terminal(), json);
      return DONE;
    } catch (KeyFileException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    }
  }
}
