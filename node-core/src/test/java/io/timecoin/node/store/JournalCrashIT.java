package io.timecoin.node.store;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed; a real limit on what they may write. */
final class JournalCrashIT {
  private static final int KILLS = 4;

  @TempDir Path folder;

  private static List<String> command(Path folder, int patience) {
    String classPath =
        Stream.of("java.class.path", "jdk.module.path")
            .map(name -> System.getProperty(name, ""))
            .filter(path -> !path.isEmpty())
            .collect(joining(File.pathSeparator, testClasses() + File.pathSeparator, ""));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-cp",
        classPath,
        JournalChild.class.getName(),
        folder.toString(),
        String.valueOf(patience));
  }

  /** On the module path the test classes are no entry of their own. */
  private static Path testClasses() {
    String name = JournalChild.class.getName().replace('.', '/') + ".class";
    Path file = Path.of(URI.create(String.valueOf(JournalChild.class.getResource("/" + name))));
    return file.getRoot()
        .resolve(file.subpath(0, file.getNameCount() - Path.of(name).getNameCount()));
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private List<Long> replayed() throws StoreException {
    List<Long> numbers = new ArrayList<>();
    try (Journal journal = Journal.open(folder, JournalChild.GENESIS, JournalChild.KEY)) {
      journal.replay(
          1,
          record -> {
            assertThat(record).isEqualTo(JournalChild.record(numbers.size()));
            numbers.add((long) numbers.size());
          });
    }
    return numbers;
  }

  @Test
  void killedProcessLosesNothingItAcknowledged() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = start(command(folder, 0));
      long acknowledged = 0;
      try (BufferedReader out = child.inputReader()) {
        for (int line = 0; line < 150 + 37 * kill; line++) {
          acknowledged = Long.parseLong(out.readLine());
        }
        child.toHandle().destroyForcibly(); // unlike the process, it leaves the pipe to be read
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          if (line.matches("[0-9]+")) {
            acknowledged = Math.max(acknowledged, Long.parseLong(line));
          }
        }
      }
      assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(replayed()).as("kill %d", kill).hasSizeGreaterThanOrEqualTo((int) acknowledged);
    }
  }

  @Test
  void folderOfARunningProcessIsRefusedNamingIt() throws Exception {
    Process child = start(command(folder, 0));
    try (BufferedReader out = child.inputReader()) {
      assertThat(out.readLine()).isNotNull();
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> Journal.open(folder, JournalChild.GENESIS, JournalChild.KEY))
          .withMessageContaining("process " + child.pid())
          .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.LOCKED));
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no limit on the size of files")
  void diskThatRefusesMoreCostsNothingThatWasAcknowledged() throws Exception {
    List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f 64; exec \"$@\"", "sh"));
    limited.addAll(command(folder, 3));
    Process child = start(limited);
    List<String> lines;
    try (BufferedReader out = child.inputReader()) {
      lines = out.lines().toList();
    }
    assertThat(child.waitFor()).isZero();
    assertThat(lines).contains("refused: DISK");
    long acknowledged =
        lines.stream()
            .filter(line -> line.matches("[0-9]+"))
            .mapToLong(Long::parseLong)
            .max()
            .orElseThrow();
    assertThat(replayed()).hasSize((int) acknowledged);
  }
}
