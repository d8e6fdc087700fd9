package io.timecoin.app.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.app.fx.ThemeMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void everyOptionIsRead() throws Options.UsageException {
    assertThat(
            Options.parse(
                List.of(
                    "--demo",
                    "--theme",
                    "dark",
                    "--data-dir",
                    "d",
                    "--screenshot-dir",
                    "s",
                    "--measure",
                    "burst",
                    "timecoin:A")))
        .isEqualTo(
            new Options(
                false,
                true,
                Path.of("d"),
                ThemeMode.DARK,
                Path.of("s"),
                Options.Measure.BURST,
                "timecoin:A"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--nonsense",
        "--data-dir",
        "--theme",
        "--theme x",
        "demo",
        "timecoin:A timecoin:B"
      })
  void whatIsNotUnderstoodIsRefused(String line) {
    assertThatThrownBy(() -> Options.parse(List.of(line.split(" "))))
        .isInstanceOf(Options.UsageException.class);
  }

  @Test
  void dataLivesWhereTheSystemWantsIt() {
    assertThat(DataFolder.of("Linux", "/home/a", Map.of()))
        .isEqualTo(Path.of("/home/a/.local/share/timekeeper"));
    assertThat(DataFolder.of("Linux", "/home/a", Map.of("XDG_DATA_HOME", "/x")))
        .isEqualTo(Path.of("/x/timekeeper"));
    assertThat(DataFolder.of("Linux", "/home/a", Map.of("XDG_DATA_HOME", "relative")))
        .isEqualTo(Path.of("/home/a/.local/share/timekeeper"));
    assertThat(DataFolder.of("Mac OS X", "/Users/a", Map.of()))
        .isEqualTo(Path.of("/Users/a/Library/Application Support/Timekeeper"));
    assertThat(DataFolder.of("Windows 11", "/a", Map.of()))
        .isEqualTo(Path.of("/a/AppData/Roaming/Timekeeper"));
  }
}
