package io.timecoin.app.vm.send;

import java.util.function.Consumer;

/** Looks for payment requests in pictures and on the clipboard. Answers on the screens' thread. */
public interface CodePort {

  /** Asks which picture, and reads the QR code in it; returns at once. */
  void fromFile(Consumer<Scan> told);

  /** Takes the clipboard's text, or reads the QR code in its picture; returns at once. */
  void fromClipboard(Consumer<Scan> told);

  /** What came of looking. */
  sealed interface Scan {
    /** What the code or the clipboard says. */
    record Found(String text) implements Scan {}

    /** Nobody wanted it any more. */
    record Cancelled() implements Scan {}

    /**
     * There is nothing that could be followed.
     *
     * @param detail the system's own words where a file cannot be read, else empty
     */
    record Nothing(Problem problem, String detail) implements Scan {}
  }

  /** Why nothing was found; {@link #NONE} where something was. */
  enum Problem {
    NONE,
    /** A picture without a QR code. */
    NO_CODE,
    /** A code too blurred, too small or too covered to be read. */
    UNREADABLE,
    /** A picture of too many pixels. */
    TOO_LARGE,
    /** A file that is no picture of a known kind. */
    NO_PICTURE,
    /** Neither text nor a picture. */
    CLIPBOARD_EMPTY,
    /** The file cannot be read: see the detail. */
    NO_FILE
  }
}
