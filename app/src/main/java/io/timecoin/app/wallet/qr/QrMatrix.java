package io.timecoin.app.wallet.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The modules of a QR code, without the margin. Immutable. */
public final class QrMatrix {

  /** Light modules that have to be left around the code for readers to find it. */
  public static final int MARGIN = 4;

  private final int size;
  private final BitSet dark;

  private QrMatrix(ByteMatrix modules) {
    this.size = modules.getWidth();
    this.dark = new BitSet(size * size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        dark.set(y * size + x, modules.get(x, y) == 1);
      }
    }
  }

  /**
   * The code of a text: readable with a seventh of it covered (level M), or, if the text is too
   * long for that, a fourteenth (level L). Empty for a text of more than some 2 900 bytes.
   */
  public static Optional<QrMatrix> of(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (ErrorCorrectionLevel level : List.of(ErrorCorrectionLevel.M, ErrorCorrectionLevel.L)) {
      try {
        return Optional.of(new QrMatrix(Encoder.encode(text, level, hints(text)).getMatrix()));
      } catch (WriterException _) {
        // Too long at this level.
      }
    }
    return Optional.empty();
  }

  /** The mark for UTF-8 irritates old readers: only where it is needed. */
  private static Map<EncodeHintType, Object> hints(String text) {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
    }
    return hints;
  }

  /** Modules on each side, 21 to 177. */
  public int size() {
    return size;
  }

  /**
   * Whether a module is dark.
   *
   * @param x from the left, from 0
   * @param y from the top, from 0
   */
  public boolean isDark(int x, int y) {
    if (x < 0 || y < 0 || x >= size || y >= size) {
      throw new IndexOutOfBoundsException("no module at " + x + ", " + y);
    }
    return dark.get(y * size + x);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QrMatrix that && dark.equals(that.dark) && size == that.size;
  }

  @Override
  public int hashCode() {
    return dark.hashCode();
  }

  @Override
  public String toString() {
    return "QrMatrix(" + size + ")";
  }
}
