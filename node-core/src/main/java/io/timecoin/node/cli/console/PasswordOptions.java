package io.timecoin.node.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a password comes from: a file, the environment, or a person. Never the command line. */
public final class PasswordOptions {
  /** The environment's variable; the node reads the same one. */
  public static final String VARIABLE = "TIMEKEEPER_KEY_PASSWORD";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "File whose first line is the password. Without it: the environment variable "
              + VARIABLE
              + ", else it is asked for.")
  private @Nullable Path file;

  /** The password of a key that exists. */
  public char[] existing(Terminal terminal) throws CommandFailedException {
    Optional<char[]> given = given(terminal);
    return given.isPresent() ? given.get() : ask(terminal, "Password");
  }

  /** A password for a new key; a person types it twice. */
  public char[] chosen(Terminal terminal) throws CommandFailedException {
    Optional<char[]> given = given(terminal);
    if (given.isPresent()) {
      return given.get();
    }
    char[] password = ask(terminal, "New password");
    char[] again = ask(terminal, "The same again");
    if (!Arrays.equals(password, again)) {
      throw new CommandFailedException("the two passwords differ; nothing was written");
    }
    Arrays.fill(again, ' ');
    return password;
  }

  private Optional<char[]> given(Terminal terminal) throws CommandFailedException {
    if (file == null) {
      return Optional.ofNullable(terminal.environment().get(VARIABLE)).map(String::toCharArray);
    }
    try {
      String text = Files.readString(file);
      return Optional.of(text.lines().findFirst().orElse("").toCharArray());
    } catch (IOException e) {
      throw new CommandFailedException("cannot read the password file " + file + ": " + e, e);
    }
  }

  private static char[] ask(Terminal terminal, String question) throws CommandFailedException {
    return terminal
        .prompt()
        .apply(question)
        .orElseThrow(
            () ->
                new CommandFailedException(
                    "a password is needed and nobody can be asked: give --password-file FILE or set"
                        + " "
                        + VARIABLE));
  }
}
