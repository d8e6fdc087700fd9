package io.timecoin.node.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program in a process of its own. Ends with the test. */
public final class CliProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 300;

  private final Process process;
  private final Path err;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Thread reader;

  private CliProcess(Process process, Path err) {
    this.process = process;
    this.err = err;
    this.reader = Thread.ofPlatform().daemon().start(this::read);
  }

  /** Starts it with these arguments. */
  public static CliProcess start(String... args) throws IOException {
    Path err = Files.createTempFile("timekeeper-test-", ".err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", classPath(), "io.timecoin.node.cli.TimekeeperCli"));
    command.addAll(List.of(args));
    return new CliProcess(new ProcessBuilder(command).redirectError(err.toFile()).start(), err);
  }

  /** Whichever path the tests themselves were started with. */
  private static String classPath() {
    return String.join(
        File.pathSeparator,
        Stream.of("jdk.module.path", "java.class.path")
            .map(name -> System.getProperty(name, ""))
            .filter(path -> !path.isEmpty())
            .toList());
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(lines::add);
    } catch (IOException e) {
      lines.add("stdout broke: " + e);
    }
  }

  /** The next line on stdout. */
  public String line() throws InterruptedException {
    String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("no line on stdout; stderr: " + stderr());
    }
    return line;
  }

  /** The lines on stdout that nobody has taken, after the end. */
  public List<String> rest() throws InterruptedException {
    reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    return List.copyOf(lines);
  }

  /** All of stderr so far. */
  public String stderr() {
    try {
      return Files.readString(err);
    } catch (IOException e) {
      return "unreadable: " + e;
    }
  }

  /** Processes that it has started and that run now. */
  public List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** SIGTERM; what it still says can be read. */
  public void terminate() {
    process.toHandle().destroy(); // the process's own way closes its stdout on this side
  }

  /** Waits for its end. */
  public int exit() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it did not end; stderr: " + stderr());
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(err);
  }
}
