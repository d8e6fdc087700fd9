package io.timecoin.app.main;

import io.timecoin.app.fx.ThemeMode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param help whether only the usage is wanted
 * @param demo whether to go past the first screen, straight to the demo network
 * @param dataDir where data is kept, or null for the folder of this system
 * @param theme for this run, or null for what was chosen in the settings
 * @param screenshotDir where the pictures of a walk through the first start go, or null for no walk
 * @param measure what is measured instead of being used, or null
 * @param link a payment request to open, or empty
 */
record Options(
    boolean help,
    boolean demo,
    @Nullable Path dataDir,
    @Nullable ThemeMode theme,
    @Nullable Path screenshotDir,
    @Nullable Measure measure,
    String link) {

  private static final String SCHEME = "timecoin:";

  static final String USAGE =
      """
      Usage: timekeeper [app] [options] [timecoin:ADDRESS…]

        --demo                 go straight to the demo network
        --data-dir DIR         keep data in DIR
        --theme MODE           system, light, dark or contrast
        --screenshot-dir DIR   walk through the first start alone, leave pictures in DIR, and end;
                               needs no display
        --measure WHAT         start or burst: print how fast the window is, and end
        --help                 say this

      A payment link opens the form to pay it; where the program runs already with the same data
      folder, its window comes to the front and gets the link.

      Other commands run without a window: timekeeper --help lists them.
      """;

  /** What can be measured. */
  enum Measure {
    /** From the start of the process to a window that answers. */
    START,
    /** How long the window stands still while very many coins change. */
    BURST
  }

  /** A command line that asks for nothing there is. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  static Options parse(List<String> arguments) throws UsageException {
    Deque<String> left = new ArrayDeque<>(arguments);
    boolean help = false;
    boolean demo = false;
    Path dataDir = null;
    Path screenshots = null;
    ThemeMode theme = null;
    Measure measure = null;
    String link = "";
    while (!left.isEmpty()) {
      String option = left.remove();
      switch (option) {
        case "--help", "-h" -> help = true;
        case "--demo" -> demo = true;
        case "--data-dir" -> dataDir = path(option, left.poll());
        case "--screenshot-dir" -> screenshots = path(option, left.poll());
        case "--theme" -> theme = theme(left.poll());
        case "--measure" -> measure = measure(left.poll());
        default -> {
          if (!option.toLowerCase(Locale.ROOT).startsWith(SCHEME) || !link.isEmpty()) {
            throw new UsageException("unknown option " + option);
          }
          link = option;
        }
      }
    }
    return new Options(help, demo, dataDir, theme, screenshots, measure, link);
  }

  /** Where data is kept: as asked for, or where this system wants it. */
  Path data() {
    Path asked = dataDir;
    return asked != null
        ? asked
        : DataFolder.of(
            System.getProperty("os.name", ""),
            System.getProperty("user.home", "."),
            System.getenv());
  }

  private static Path path(String option, @Nullable String text) throws UsageException {
    if (text == null || text.isEmpty()) {
      throw new UsageException(option + " needs a folder");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }

  private static Measure measure(@Nullable String text) throws UsageException {
    return Arrays.stream(Measure.values())
        .filter(what -> what.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> new UsageException("--measure is start or burst"));
  }

  private static ThemeMode theme(@Nullable String text) throws UsageException {
    return Arrays.stream(ThemeMode.values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> new UsageException("--theme is system, light, dark or contrast"));
  }
}
