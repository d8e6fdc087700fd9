package io.timecoin.app.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The bundled typefaces, so that the pictures are the same on every machine.
 *
 * <p>Text is Inter with tabular figures by default, under a name of its own (see the licence beside
 * the files); hashes and addresses are JetBrains Mono. JavaFX picks weights by family name.
 */
public final class Fonts {

  /** Regular and bold text. */
  public static final String TEXT = "Timekeeper Sans";

  /** Text of weight 500. */
  public static final String TEXT_MEDIUM = "Timekeeper Sans Medium";

  /** Text of weight 600: headings, counts, badges. */
  public static final String TEXT_SEMI_BOLD = "Timekeeper Sans SemiBold";

  /** Hashes, addresses, keys and JSON. */
  public static final String MONO = "JetBrains Mono";

  private static final List<String> FILES =
      List.of(
          "TimekeeperSans-Regular.otf",
          "TimekeeperSans-Medium.otf",
          "TimekeeperSans-SemiBold.otf",
          "TimekeeperSans-Bold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Medium.ttf");

  private static final double ANY_SIZE = 14;

  private Fonts() {}

  /**
   * Makes the families known to JavaFX; calling it again does no harm.
   *
   * @throws IllegalStateException if a bundled file is missing or unreadable: the build is broken
   */
  public static void load() {
    for (String file : FILES) {
      try (InputStream stream = Fonts.class.getResourceAsStream("fonts/" + file)) {
        if (stream == null || Font.loadFont(stream, ANY_SIZE) == null) {
          throw new IllegalStateException("bundled font unusable: " + file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("bundled font unreadable: " + file, e);
      }
    }
  }
}
