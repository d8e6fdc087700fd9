package io.timecoin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.app.fx.state.BadgeState;
import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

  /** Every English file of the app, whoever's package it is in. */
  static List<Path> files() throws IOException, URISyntaxException {
    URL css = Objects.requireNonNull(Theme.class.getResource("timekeeper.css"));
    Path root = Path.of(css.toURI()).getParent().getParent();
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.endsWith("texts.properties")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void germanHasExactlyTheKeysOfEnglish(Path english) throws IOException {
    assertThat(load(english.resolveSibling("texts_de.properties")).keySet())
        .isEqualTo(load(english).keySet());
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyPatternIsWellFormedAndHasTheSamePlaces(Path english) throws IOException {
    Properties german = load(english.resolveSibling("texts_de.properties"));
    load(english)
        .forEach(
            (key, pattern) ->
                assertThat(places(german.getProperty((String) key)))
                    .as("%s in %s", key, english)
                    .isEqualTo(places((String) pattern)));
  }

  @Test
  void wantedLanguageIsUsed() {
    assertThat(Texts.of(BadgeState.class, Locale.GERMANY).get("badge.spoken", "x", 1, 2))
        .isEqualTo("x, 1 von 2 Stimmen");
  }

  @Test
  void unknownLanguageGetsEnglish() {
    Texts texts = Texts.of(BadgeState.class, Locale.JAPAN);
    assertThat(texts.get("state.locked")).isEqualTo("Locked");
    assertThat(texts.locale()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void missingKeyIsABug() {
    assertThatThrownBy(() -> Texts.of(BadgeState.class).get("nowhere"))
        .isInstanceOf(MissingResourceException.class);
  }

  private static int places(String pattern) {
    return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  private static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  @Test
  void anotherDefaultLanguageIsSpokenAtOnce() {
    Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    try {
      Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
      String english = Texts.of(io.timecoin.app.fx.shell.Shell.class).get("palette.prompt");
      Texts kept = Texts.of(io.timecoin.app.fx.shell.Shell.class);
      Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
      assertThat(kept.get("palette.prompt"))
          .isNotEqualTo(english)
          .isEqualTo("Was möchten Sie tun?");
      assertThat(kept.locale()).isEqualTo(Locale.GERMAN);
    } finally {
      Locale.setDefault(Locale.Category.DISPLAY, before);
    }
  }
}
