package io.timecoin.app.main;

import java.io.PrintStream;
import java.util.List;
import javafx.application.Application;

/**
 * The program's main class.
 *
 * <p>Deliberately no {@link Application}: a main class that extends it is refused by the launcher
 * when JavaFX is on the class path, as it is in a package.
 */
public final class Launcher {

  private static final int FAILED = 1;
  private static final int USAGE_ERROR = 2;

  private Launcher() {}

  /** Ends with 0, 1 (failed) or 2 (usage). */
  public static void main(String[] args) {
    int status = run(List.of(args), System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  private static int run(List<String> arguments, PrintStream out, PrintStream err) {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (Options.UsageException e) {
      err.println("timekeeper: " + e.getMessage());
      err.print(Options.USAGE);
      return USAGE_ERROR;
    }
    if (options.help()) {
      out.print(Options.USAGE);
      return 0;
    }
    if (options.screenshotDir() != null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    return switch (SingleInstance.claim(options.data(), options.link())) {
      case SingleInstance.Claim.First first -> {
        try (SingleInstance instance = first.instance()) {
          yield TimekeeperApp.run(instance, arguments);
        }
      }
      case SingleInstance.Claim.HandedOver _ -> {
        err.println("timekeeper: it runs already; its window is in front now");
        yield 0;
      }
      case SingleInstance.Claim.Failed failed -> {
        err.println("timekeeper: " + failed.reason());
        yield FAILED;
      }
    };
  }
}
