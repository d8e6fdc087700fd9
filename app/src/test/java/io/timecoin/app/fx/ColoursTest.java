package io.timecoin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * WCAG 2.2 AA, AAA in high contrast, over every pair of colours the style sheet may put on top of
 * each other.
 */
class ColoursTest {

  private static final Least AA = new Least(4.5, 3.0);
  private static final Least AAA = new Least(7.0, 4.5);
  private static final Pattern COLOUR = Pattern.compile("-tk-([a-z-]+): #([0-9A-F]{6});");
  private static final List<String> SURFACES = List.of("canvas", "surface", "inset");
  private static final List<String> STATES =
      List.of("unspent", "locked", "pending", "finalized", "confirmed", "rejected", "contested");

  private record Least(double text, double graphics) {}

  static Stream<Arguments> pairs() throws IOException {
    String sheet = sheet("timekeeper.css");
    int dark = sheet.indexOf("@media (prefers-color-scheme: dark)");
    Map<String, String> light = colours(sheet.substring(0, dark));
    Map<String, String> night = new LinkedHashMap<>(light);
    night.putAll(colours(sheet.substring(dark)));
    Map<String, String> contrast = colours(sheet("contrast.css"));
    return Stream.of(
            pairs("light", light, AA), pairs("dark", night, AA), pairs("contrast", contrast, AAA))
        .flatMap(pairs -> pairs);
  }

  @ParameterizedTest(name = "{0}: {1} on {2}")
  @MethodSource("pairs")
  void pairIsReadable(String theme, String front, String back, double ratio, double least) {
    assertThat(ratio).as("%s: %s on %s", theme, front, back).isGreaterThanOrEqualTo(least);
  }

  @Test
  void darkThemeRedefinesEveryColourOfTheLightOne() throws IOException {
    String sheet = sheet("timekeeper.css");
    int dark = sheet.indexOf("@media (prefers-color-scheme: dark)");
    assertThat(colours(sheet.substring(dark)).keySet())
        .isEqualTo(colours(sheet.substring(0, dark)).keySet());
  }

  @Test
  void highContrastRedefinesEveryColour() throws IOException {
    String sheet = sheet("timekeeper.css");
    int dark = sheet.indexOf("@media (prefers-color-scheme: dark)");
    assertThat(colours(sheet("contrast.css")).keySet())
        .isEqualTo(colours(sheet.substring(0, dark)).keySet());
  }

  @Test
  void onlyTheFirstPartNamesColoursByNumber() throws IOException {
    String sheet = sheet("timekeeper.css");
    String rest = sheet.substring(sheet.indexOf("/* ---- 2."));
    assertThat(rest).doesNotContainPattern("#[0-9A-Fa-f]{3,8}\\b").doesNotContain("rgb");
  }

  @Test
  void contrastOfBlackAndWhiteIsTwentyOne() {
    assertThat(contrast("000000", "FFFFFF")).isEqualTo(21.0);
  }

  private static Stream<Arguments> pairs(String theme, Map<String, String> colours, Least least) {
    List<Arguments> pairs = new ArrayList<>();
    for (String surface : SURFACES) {
      for (String text : List.of("fg", "muted", "dim", "accent-fg")) {
        pairs.add(pair(theme, colours, text, surface, least.text()));
      }
      for (String graphic : List.of("line-strong", "accent")) {
        pairs.add(pair(theme, colours, graphic, surface, least.graphics()));
      }
      for (String state : STATES) {
        pairs.add(pair(theme, colours, state, surface, least.text()));
        pairs.add(pair(theme, colours, state + "-solid", surface, least.graphics()));
      }
    }
    for (String state : STATES) {
      pairs.add(pair(theme, colours, state, state + "-bg", least.text()));
      pairs.add(pair(theme, colours, "fg", state + "-bg", least.text()));
      pairs.add(pair(theme, colours, state + "-solid", state + "-bg", least.graphics()));
      pairs.add(pair(theme, colours, "on-solid", state + "-solid", least.graphics()));
    }
    pairs.add(pair(theme, colours, "on-accent", "accent", least.text()));
    pairs.add(pair(theme, colours, "on-accent", "accent-hover", least.text()));
    pairs.add(pair(theme, colours, "accent-fg", "accent-bg", least.text()));
    pairs.add(pair(theme, colours, "fg", "accent-bg", least.text()));
    pairs.add(pair(theme, colours, "canvas", "fg", least.text()));
    pairs.add(pair(theme, colours, "surface", "rejected", least.text()));
    return pairs.stream();
  }

  private static Arguments pair(
      String theme, Map<String, String> colours, String front, String back, double least) {
    double ratio =
        contrast(
            Objects.requireNonNull(colours.get(front), front),
            Objects.requireNonNull(colours.get(back), back));
    return Arguments.of(theme, front, back, ratio, least);
  }

  private static Map<String, String> colours(String css) {
    Map<String, String> colours = new LinkedHashMap<>();
    Matcher matcher = COLOUR.matcher(css);
    while (matcher.find()) {
      colours.put(matcher.group(1), matcher.group(2));
    }
    return colours;
  }

  private static String sheet(String name) throws IOException {
    try (InputStream stream = Theme.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 2) + 0.0722 * channel(hex, 4);
  }

  private static double channel(String hex, int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
