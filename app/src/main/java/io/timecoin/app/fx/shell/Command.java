package io.timecoin.app.fx.shell;

import io.timecoin.app.fx.Texts;
import java.util.Locale;
import org.kordamp.ikonli.Ikon;

/**
 * Something that can be done by naming it.
 *
 * @param id stable name
 * @param title what it does, in a few words
 * @param keys the keys that do the same, or empty
 */
public record Command(String id, String title, String keys, Ikon icon, Runnable action) {

  private static final Texts TEXTS = Texts.of(Command.class);

  /** How that key together with Ctrl is written in the language of the texts. */
  public static String control(String key) {
    return TEXTS.get("keys.control", key);
  }

  /** Whether every word of the text begins a word of the title or stands in it. */
  boolean matches(String text) {
    String lower = title.toLowerCase(Locale.ROOT);
    for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!lower.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
