package io.timecoin.node.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Turns what the system says about the disk into a cause and a remedy. */
final class DiskFaults {
  private DiskFaults() {}

  static StoreException of(String what, IOException e) {
    return new StoreException(StoreException.Fault.DISK, what + ": " + reason(e), remedy(e), e);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String remedy(IOException e) {
    String reason = reason(e).toLowerCase(Locale.ROOT);
    if (reason.contains("no space") || reason.contains("quota") || reason.contains("too large")) {
      return "Free space on the disk; the node goes on by itself.";
    }
    if (reason.contains("permission denied") || reason.contains("read-only")) {
      return "Let the user that runs the node write to the folder, or choose another (data-dir).";
    }
    return "Check the disk and its connection; the node goes on by itself when it works again.";
  }
}
