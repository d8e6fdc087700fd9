package io.timecoin.app.wallet.qr;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Looks for QR codes in pictures. */
public final class QrReader {

  /** Pixels of a picture at most; a photo has some 12 million. */
  public static final int PIXELS_MAX = 64 << 20;

  /** The one for light that differs over the picture first, then the one for clean pictures. */
  private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
      List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

  /** Times this, a grey of 0 to 255 is a colour. */
  private static final int GREY = 0x010101;

  /** Smaller pictures, down to a fourth, show less of a camera's noise. */
  private static final int SHRUNK_MAX = 4;

  /** Takes longer, finds more. */
  private static final Map<DecodeHintType, Object> ANYWHERE =
      Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

  /**
   * The second try: rarely something inside a code is mistaken for one of its corners, which cannot
   * happen where the picture is taken for nothing but the code. Noise is no damaged code for it.
   */
  private static final Map<DecodeHintType, Object> CLEAN =
      Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE);

  private QrReader() {}

  /**
   * Looks for a code at any angle, dark on light or light on dark. Takes up to a second for a
   * photo.
   *
   * @param argb row by row from the top, not premultiplied; what is transparent counts as white
   */
  public static QrReading read(int[] argb, int width, int height) {
    if (width <= 0 || height <= 0 || (long) width * height > PIXELS_MAX) {
      return new QrReading.WrongSize();
    }
    if (argb.length != width * height) {
      throw new IllegalArgumentException("pixels do not fill the picture");
    }
    boolean damaged = false;
    int[] grey = greyOnWhite(argb);
    for (int shrunk = 1; shrunk <= SHRUNK_MAX; shrunk *= 2) {
      QrReading reading = read(shrunk(grey, width, height, shrunk));
      if (reading instanceof QrReading.Found) {
        return reading;
      }
      damaged |= reading instanceof QrReading.Unreadable;
    }
    return damaged ? new QrReading.Unreadable() : new QrReading.NoCode();
  }

  private static QrReading read(LuminanceSource source) {
    boolean damaged = false;
    for (Function<LuminanceSource, Binarizer> binarizer : BINARIZERS) {
      for (LuminanceSource tried : List.of(source, source.invert())) {
        BinaryBitmap bitmap = new BinaryBitmap(binarizer.apply(tried));
        QrReading reading = read(bitmap, ANYWHERE);
        damaged |= reading instanceof QrReading.Unreadable;
        if (!(reading instanceof QrReading.Found)) {
          reading = read(bitmap, CLEAN);
        }
        if (reading instanceof QrReading.Found) {
          return reading;
        }
      }
    }
    return damaged ? new QrReading.Unreadable() : new QrReading.NoCode();
  }

  private static QrReading read(BinaryBitmap bitmap, Map<DecodeHintType, Object> hints) {
    try {
      return new QrReading.Found(new QRCodeReader().decode(bitmap, hints).getText());
    } catch (NotFoundException _) {
      return new QrReading.NoCode();
    } catch (ChecksumException | FormatException _) {
      return new QrReading.Unreadable();
    }
  }

  private static LuminanceSource shrunk(int[] grey, int width, int height, int by) {
    int columns = Math.max(1, width / by);
    int rows = Math.max(1, height / by);
    int[] rgb = new int[columns * rows];
    for (int at = 0; at < rgb.length; at++) {
      rgb[at] = GREY * mean(grey, width, at / columns * by * width + at % columns * by, by);
    }
    return new RGBLuminanceSource(columns, rows, rgb);
  }

  /** Of a square, as far as it lies in the picture. */
  private static int mean(int[] grey, int width, int from, int side) {
    int sum = 0;
    int count = 0;
    for (int row = 0; row < side; row++) {
      for (int at = from + row * width; at < from + row * width + side; at++) {
        if (at < grey.length) {
          sum += grey[at];
          count++;
        }
      }
    }
    return sum / count;
  }

  /** 0 to 255, weighed as ZXing does: green counts twice. */
  private static int[] greyOnWhite(int[] argb) {
    int[] grey = new int[argb.length];
    for (int i = 0; i < argb.length; i++) {
      int alpha = argb[i] >>> 24;
      int colour = ((argb[i] >> 16 & 0xff) + 2 * (argb[i] >> 8 & 0xff) + (argb[i] & 0xff)) / 4;
      grey[i] = (colour * alpha + 0xff * (0xff - alpha)) / 0xff;
    }
    return grey;
  }
}
