package io.timecoin.app.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;

/**
 * The words of one package: {@code texts.properties} beside its classes, English there, other
 * languages in {@code texts_de.properties} and so on.
 *
 * <p>Texts are {@link MessageFormat} patterns (an apostrophe is written twice) in UTF-8. A missing
 * key is a bug and throws. Not a {@link java.util.ResourceBundle}, because that one answers with
 * the desktop's language where the language asked for is English and has no file of its own.
 */
public final class Texts {

  private final Class<?> anchor;
  private final Properties patterns = new Properties();
  private final Locale locale;

  private Texts(Class<?> anchor, Locale wanted) {
    this.anchor = anchor;
    if (!read("texts.properties")) {
      throw new MissingResourceException("no texts", anchor.getPackageName(), "texts.properties");
    }
    boolean translated = read("texts_" + wanted.getLanguage() + ".properties");
    boolean english = wanted.getLanguage().equals(Locale.ENGLISH.getLanguage());
    this.locale = translated || english ? wanted : Locale.ENGLISH;
  }

  /** The texts of the package of {@code anchor} in the language of the desktop. */
  public static Texts of(Class<?> anchor) {
    return of(anchor, Locale.getDefault(Locale.Category.DISPLAY));
  }

  /** The texts of the package of {@code anchor} in the given language, else English. */
  public static Texts of(Class<?> anchor, Locale locale) {
    return new Texts(anchor, locale);
  }

  /**
   * The text under {@code key}, its places {@code {0}}, {@code {1}} filled with the arguments.
   *
   * @throws MissingResourceException if there is none, not even in English
   */
  public String get(String key, Object... arguments) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new MissingResourceException("no text", anchor.getPackageName(), key);
    }
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /** The language in fact found, for formats that have to agree with it. */
  public Locale locale() {
    return locale;
  }

  private boolean read(String file) {
    try (InputStream stream = anchor.getResourceAsStream(file)) {
      if (stream == null) {
        return false;
      }
      Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      patterns.load(reader);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("bundled texts unreadable: " + file, e);
    }
  }
}
