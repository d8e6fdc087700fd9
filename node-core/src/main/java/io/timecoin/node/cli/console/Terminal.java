package io.timecoin.node.cli.console;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a command reads and writes; tests bring their own.
 *
 * @param in standard input, as bytes
 * @param out results only; buffered, so whoever streams flushes
 * @param err everything else
 * @param colour whether results may carry ANSI colours
 * @param environment variables of the process
 * @param prompt asks a person for a secret without showing it; empty where nobody can be asked
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean colour,
    Map<String, String> environment,
    Function<String, Optional<char[]>> prompt) {
  private static final int OUT_BUFFER_BYTES = 1 << 16;

  /** Gives commands the terminal of the program they belong to. */
  public interface Holder {
    /** The terminal of this run. */
    Terminal ofRun();
  }

  /** The process's own. */
  public static Terminal ofProcess() {
    Map<String, String> environment = System.getenv();
    Optional<Console> person = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUT_BUFFER_BYTES),
            false,
            System.out.charset()),
        System.err,
        person.isPresent() && wantsColour(environment),
        environment,
        question -> person.map(console -> console.readPassword("%s: ", question)));
  }

  /** NO_COLOR (any value but the empty one) and TERM=dumb turn colours off. */
  static boolean wantsColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Whether stdout's encoding can show the text. */
  public boolean canShow(String text) {
    return out.charset().newEncoder().canEncode(text);
  }

  /** A result line, and out with it: a reader at the other end of a pipe waits for it. */
  public void printLine(String line) {
    out.println(line);
    out.flush();
  }

  /** A line for people, on stderr. */
  public void say(String line) {
    err.println(line);
    err.flush();
  }
}
