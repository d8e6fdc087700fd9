package io.timecoin.node.cli.pay;

import io.timecoin.node.base.Hex;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.PasswordOptions;
import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.runtime.keys.KeyFile;
import io.timecoin.node.runtime.keys.KeyFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose money is spent: exactly one of the two. */
final class PayerKey {
  @Option(
      names = "--secret-key",
      paramLabel = "HEX",
      required = true,
      description = "The payer's secret key, 64 hex characters: for devnets, others can see it.")
  private @Nullable String secretKey;

  @Option(
      names = "--wallet",
      paramLabel = "FILE",
      required = true,
      description = "The payer's encrypted key file, as `timekeeper key new` makes it.")
  private @Nullable Path file;

  SigningKey read(Terminal terminal, PasswordOptions password) throws CommandFailedException {
    return file == null ? ofHex(String.valueOf(secretKey)) : ofFile(file, terminal, password);
  }

  private static SigningKey ofHex(String hex) throws CommandFailedException {
    try {
      return SigningKey.of(Hex.decode("--secret-key", hex, SigningKey.SECRET_BYTES));
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  private static SigningKey ofFile(Path file, Terminal terminal, PasswordOptions password)
      throws CommandFailedException {
    char[] secret = password.existing(terminal);
    try {
      return KeyFile.read(file, secret);
    } catch (KeyFileException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    } finally {
      Arrays.fill(secret, ' ');
    }
  }
}
