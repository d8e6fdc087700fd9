package io.timecoin.node.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timecoin.node.cli.console.CommandFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
  @TempDir Path folder;

  @Test
  void newOrEmptyFolderIsTaken() throws Exception {
    assertThat(ReportFolder.create(folder).path()).isEqualTo(folder);
    assertThat(ReportFolder.create(folder.resolve("a/b")).path()).isDirectory();
  }

  @Test
  void folderWithSomethingInItIsRefused() throws Exception {
    Files.writeString(folder.resolve("report.md"), "of an earlier run");
    assertThatExceptionOfType(CommandFailedException.class)
        .isThrownBy(() -> ReportFolder.create(folder))
        .withMessageContaining("not empty");
  }

  @Test
  void networkIsRemovedAndNothingElse() throws Exception {
    ReportFolder report = ReportFolder.create(folder);
    Files.createDirectories(report.network().resolve("node-1/journal"));
    Files.writeString(folder.resolve("report.md"), "stays");
    report.removeNetwork();
    report.removeNetwork();
    assertThat(report.network()).doesNotExist();
    assertThat(folder.resolve("report.md")).exists();
  }
}
