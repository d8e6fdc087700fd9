package io.timecoin.app.main;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.app.vm.settings.Look;
import io.timecoin.app.vm.settings.Notice;
import io.timecoin.app.vm.settings.Preferences;
import io.timecoin.app.vm.settings.SettingsModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code settings.json} in the data folder. What cannot be read is the default; a file that is no
 * JSON is put aside, never overwritten.
 */
final class PreferencesFile implements SettingsModel.Kept {

  private static final String NAME = "settings.json";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path file;
  private final Background background;

  PreferencesFile(Path data, Background background) {
    this.file = data.resolve(NAME);
    this.background = background;
  }

  /** Reads a file of some hundred bytes; before the window is shown. */
  Preferences read() {
    try {
      return read(MAPPER.readTree(file.toFile()));
    } catch (NoSuchFileException e) {
      return Preferences.STANDARD;
    } catch (IOException e) {
      putAside();
      return Preferences.STANDARD;
    }
  }

  private static Preferences read(JsonNode json) {
    Preferences standard = Preferences.STANDARD;
    Set<Notice> notices = EnumSet.noneOf(Notice.class);
    for (Notice notice : Notice.values()) {
      JsonNode told = json.path("notices").path(notice.name());
      if (told.asBoolean(standard.notices().contains(notice))) {
        notices.add(notice);
      }
    }
    return new Preferences(
        look(json.path("look").asText()),
        json.path("language").asText(),
        json.path("calm").asBoolean(standard.calm()),
        json.path("discreet").asBoolean(standard.discreet()),
        notices,
        json.path("lock_minutes").asInt(standard.lockMinutes()));
  }

  private static Look look(String name) {
    for (Look look : Look.values()) {
      if (look.name().equals(name)) {
        return look;
      }
    }
    return Preferences.STANDARD.look();
  }

  private void putAside() {
    if (!Files.exists(file)) {
      return;
    }
    try {
      Files.move(
          file, file.resolveSibling(NAME + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // it stays where it is, and the next choice replaces it
    }
  }

  @Override
  public void keep(Preferences chosen) {
    background.inOrder(() -> write(chosen));
  }

  private void write(Preferences chosen) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("look", chosen.look().name());
    json.put("language", chosen.language());
    json.put("calm", chosen.calm());
    json.put("discreet", chosen.discreet());
    ObjectNode notices = json.putObject("notices");
    for (Notice notice : Notice.values()) {
      notices.put(notice.name(), chosen.notices().contains(notice));
    }
    json.put("lock_minutes", chosen.lockMinutes());
    try {
      Files.createDirectories(file.getParent());
      Path next = file.resolveSibling(NAME + ".next");
      Files.writeString(next, json.toPrettyString() + "\n");
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      System.err.println("timekeeper: choices cannot be kept: " + e.getMessage());
    }
  }
}
