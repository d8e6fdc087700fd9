package io.timecoin.app.main;

import javafx.application.Application;

/**
 * The program's main class.
 *
 * <p>Deliberately no {@link Application}: a main class that extends it is refused by the launcher
 * when JavaFX is on the class path, as it is in a package.
 */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    Application.launch(TimekeeperApp.class, args);
  }
}
