package io.timecoin.app.wallet.qr;

/** What looking for a QR code in a picture came to. */
public sealed interface QrReading {

  /** The text of the code; of several codes, of one of them. */
  record Found(String text) implements QrReading {}

  /** Nothing looks like a QR code. */
  record NoCode() implements QrReading {}

  /** There is one, but too blurred, too small or too much of it covered to be read. */
  record Unreadable() implements QrReading {}

  /** More than {@link QrReader#PIXELS_MAX} pixels, or none. */
  record WrongSize() implements QrReading {}
}
