package io.timecoin.app.main;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tells the desktop by the program it has for that: {@code notify-send} on Linux, {@code osascript}
 * on macOS, PowerShell on Windows. Where there is none, nothing is told. Texts are arguments or
 * environment variables, never part of a command that is interpreted.
 */
final class DesktopNotices {

  private static final String APP = "Timekeeper";
  private static final long SECONDS_MAX = 5;

  private static final String APPLE_SCRIPT =
      "display notification (system attribute \"TK_TEXT\")"
          + " with title (system attribute \"TK_TITLE\")";

  private static final String POWER_SHELL =
      "Add-Type -AssemblyName System.Windows.Forms;"
          + "$n=New-Object System.Windows.Forms.NotifyIcon;"
          + "$n.Icon=[System.Drawing.SystemIcons]::Information;$n.Visible=$true;"
          + "$n.ShowBalloonTip(5000,$env:TK_TITLE,$env:TK_TEXT,'Info');Start-Sleep 6;$n.Dispose()";

  private final Background background;
  private final String system;

  /**
   * For this desktop.
   *
   * @param system as {@code os.name}
   */
  DesktopNotices(Background background, String system) {
    this.background = background;
    this.system = system.toLowerCase(Locale.ROOT);
  }

  /** Returns at once. */
  void tell(String title, String text) {
    background.run(() -> run(title, text));
  }

  private void run(String title, String text) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command(title, text));
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("TK_TITLE", title);
      builder.environment().put("TK_TEXT", text);
      Process process = builder.start();
      if (!process.waitFor(SECONDS_MAX * 2, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (IOException e) {
      // a desktop without such a program: the window itself has shown it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is run; the words after {@code --} cannot be options. */
  List<String> command(String title, String text) {
    return windows()
        .or(this::mac)
        .orElse(
            List.of("notify-send", "--app-name=" + APP, "--icon=timekeeper", "--", title, text));
  }

  private Optional<List<String>> windows() {
    return system.startsWith("windows")
        ? Optional.of(List.of("powershell", "-NoProfile", "-Command", POWER_SHELL))
        : Optional.empty();
  }

  private Optional<List<String>> mac() {
    return system.startsWith("mac")
        ? Optional.of(List.of("osascript", "-e", APPLE_SCRIPT))
        : Optional.empty();
  }
}
