package io.timecoin.node.cli.keys;

import io.timecoin.node.base.Hex;
import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.cli.console.PasswordOptions;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.runtime.keys.KeyFile;
import io.timecoin.node.runtime.keys.KeyFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A new key. */
@Command(
    name = "new",
    header = "Make a new key.",
    description =
        "Make a new key, for a masternode or for a wallet on the command line, and "
            + "write it encrypted to a file that only you can read. An existing file is never "
            + "overwritten.")
public final class KeyNewCommand extends CliCommand {
  private static final String DEFAULT_FILE = "node.key";

  /** At most one of them. */
  private static final class Target {
    @Option(
        names = "--out",
        paramLabel = "FILE",
        required = true,
        description = "The file to create (default: node.key).")
    private @Nullable Path file;

    @Option(
        names = "--print-secret",
        required = true,
        description = "Print the secret key instead of writing a file: for devnets only.")
    private boolean print;
  }

  @ArgGroup(multiplicity = "0..1")
  private Target target = new Target();

  @Mixin private PasswordOptions password;
  @Mixin private JsonOption json;

  @Override
  protected int run() throws CommandFailedException {
    SecureRandom random = new SecureRandom();
    SigningKey key = SigningKey.generate(random);
    KeyView view = KeyView.of(key.publicKey());
    if (target.print) {
      view.with("secret_key", "secret key", Hex.encode(key.secretBytes())).print(terminal(), json);
      return DONE;
    }
    Path file = target.file == null ? Path.of(DEFAULT_FILE) : target.file;
    write(file, key, random);
    view.with("file", "file", file.toString()).print(terminal(), json);
    return DONE;
  }

  private void write(Path file, SigningKey key, SecureRandom random) throws CommandFailedException {
    char[] secret = password.chosen(terminal());
    try {
      KeyFile.write(file, key, secret, random);
    } catch (KeyFileException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    } finally {
      Arrays.fill(secret, ' ');
    }
  }
}
