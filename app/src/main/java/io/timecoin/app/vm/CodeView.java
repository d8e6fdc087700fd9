package io.timecoin.app.vm;

import io.timecoin.app.wallet.qr.QrMatrix;
import org.jspecify.annotations.Nullable;

/** A QR code as a screen paints it: rows of dark and light modules, the quiet margin left out. */
public record CodeView(int size, Dark dark) {

  /** No code. */
  public static final CodeView NONE = new CodeView(0, (_, _) -> false);

  /** Which modules are dark. */
  @FunctionalInterface
  public interface Dark {
    /** From the left and from the top, from 0. */
    boolean at(int x, int y);
  }

  /** The code of that matrix, or none. */
  public static CodeView of(@Nullable QrMatrix matrix) {
    return matrix == null ? NONE : new CodeView(matrix.size(), matrix::isDark);
  }
}
