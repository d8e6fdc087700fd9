package io.timecoin.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.vm.settings.Look;
import io.timecoin.app.vm.settings.Notice;
import io.timecoin.app.vm.settings.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {

  private static final Preferences CHOSEN =
      Preferences.STANDARD
          .with(Look.CONTRAST)
          .inLanguage("de")
          .calm(true)
          .discreet(true)
          .telling(Notice.FINAL, false)
          .lockAfter(0);

  @TempDir Path data;

  private Preferences keptAndRead(Preferences chosen) {
    try (Background background = new Background()) {
      new PreferencesFile(data, background).keep(chosen);
    }
    return read();
  }

  private Preferences read() {
    try (Background background = new Background()) {
      return new PreferencesFile(data, background).read();
    }
  }

  @Test
  void everyChoiceSurvivesARestart() {
    assertThat(keptAndRead(CHOSEN)).isEqualTo(CHOSEN).isNotEqualTo(Preferences.STANDARD);
    assertThat(keptAndRead(Preferences.STANDARD)).isEqualTo(Preferences.STANDARD);
  }

  @Test
  void whatWasChosenLastIsKept() {
    try (Background background = new Background()) {
      PreferencesFile file = new PreferencesFile(data, background);
      for (int i = 0; i < 50; i++) {
        file.keep(CHOSEN.calm(i % 2 == 0));
      }
      file.keep(CHOSEN.lockAfter(60));
    }
    assertThat(read()).isEqualTo(CHOSEN.lockAfter(60));
  }

  @Test
  void standardWithoutAFile() {
    assertThat(read()).isEqualTo(Preferences.STANDARD);
  }

  @Test
  void whatIsUnknownOrOutOfRangeIsTheDefault() throws IOException {
    Files.writeString(
        data.resolve("settings.json"),
        """
        {"look": "PINK", "language": "xx", "lock_minutes": 7, "discreet": true, "later": 1}
        """);
    assertThat(read()).isEqualTo(Preferences.STANDARD.discreet(true));
  }

  @Test
  void fileThatIsNoJsonIsPutAside() throws IOException {
    Files.writeString(data.resolve("settings.json"), "{\"look\": ");
    assertThat(read()).isEqualTo(Preferences.STANDARD);
    assertThat(data.resolve("settings.json.unreadable")).hasContent("{\"look\": ");
    assertThat(data.resolve("settings.json")).doesNotExist();
  }
}
