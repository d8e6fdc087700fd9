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
import java.util.function.Supplier;

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
  private final Supplier<Locale> wanted;
  private volatile Bundle bundle;

  /**
   * The texts as they were read.
   *
   * @param wanted the language they were read for
   * @param found the language they are in
   */
  private record Bundle(Locale wanted, Locale found, Properties patterns) {}

  private Texts(Class<?> anchor, Supplier<Locale> wanted) {
    this.anchor = anchor;
    this.wanted = wanted;
    this.bundle = bundle(anchor, wanted.get());
  }

  /**
   * The texts of the package of {@code anchor} in the default display language, also after that has
   * been changed: screens made from then on speak the new one.
   */
  public static Texts of(Class<?> anchor) {
    return new Texts(anchor, () -> Locale.getDefault(Locale.Category.DISPLAY));
  }

  /** The texts of the package of {@code anchor} in the given language, else English. */
  public static Texts of(Class<?> anchor, Locale locale) {
    return new Texts(anchor, () -> locale);
  }

  private static Bundle bundle(Class<?> anchor, Locale wanted) {
    Properties patterns = new Properties();
    if (!read(anchor, "texts.properties", patterns)) {
      throw new MissingResourceException("no texts", anchor.getPackageName(), "texts.properties");
    }
    boolean translated = read(anchor, "texts_" + wanted.getLanguage() + ".properties", patterns);
    boolean english = wanted.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return new Bundle(wanted, translated || english ? wanted : Locale.ENGLISH, patterns);
  }

  private Bundle current() {
    Bundle read = bundle;
    Locale now = wanted.get();
    if (!read.wanted().equals(now)) {
      read = bundle(anchor, now);
      bundle = read;
    }
    return read;
  }

  /**
   * The text under {@code key}, its places {@code {0}}, {@code {1}} filled with the arguments.
   *
   * @throws MissingResourceException if there is none, not even in English
   */
  public String get(String key, Object... arguments) {
    Bundle texts = current();
    String pattern = texts.patterns().getProperty(key);
    if (pattern == null) {
      throw new MissingResourceException("no text", anchor.getPackageName(), key);
    }
    return new MessageFormat(pattern, texts.found()).format(arguments);
  }

  /** The language in fact found, for formats that have to agree with it. */
  public Locale locale() {
    return current().found();
  }

  private static boolean read(Class<?> anchor, String file, Properties patterns) {
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
