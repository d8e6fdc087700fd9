package io.timecoin.app.wallet.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrTest {

  private static final int BLACK = 0xff000000;
  private static final int WHITE = 0xffffffff;
  private static final String LINK =
      "timecoin:TIME0mfWxJ45yp2SFn7UciZyNpvDKrzbhyfKrY8?amount=1.5&label=Caf%C3%A9";

  /** A picture of a code. */
  private record Picture(int[] argb, int width) {

    static Picture of(String text, double scale, double degrees, int dark, int light) {
      QrMatrix code = QrMatrix.of(text).orElseThrow();
      int width = (int) Math.ceil((code.size() + 2 * QrMatrix.MARGIN) * scale * 1.45);
      int[] argb = new int[width * width];
      double sin = Math.sin(Math.toRadians(degrees));
      double cos = Math.cos(Math.toRadians(degrees));
      double middle = width / 2.0;
      for (int y = 0; y < width; y++) {
        for (int x = 0; x < width; x++) {
          double dx = (x + 0.5 - middle) / scale;
          double dy = (y + 0.5 - middle) / scale;
          int column = (int) Math.floor(dx * cos + dy * sin + code.size() / 2.0);
          int row = (int) Math.floor(dy * cos - dx * sin + code.size() / 2.0);
          boolean inside = column >= 0 && row >= 0 && column < code.size() && row < code.size();
          argb[y * width + x] = inside && code.isDark(column, row) ? dark : light;
        }
      }
      return new Picture(argb, width);
    }

    static Picture of(String text) {
      return of(text, 4, 0, BLACK, WHITE);
    }

    Picture with(int[] changed) {
      return new Picture(changed, width);
    }

    QrReading read() {
      return QrReader.read(argb, width, argb.length / width);
    }
  }

  private static QrReading found(String text) {
    return new QrReading.Found(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", LINK, "Grüße 👍 漢字", "0123456789", "TIME1ABC", "a\nb", " "})
  void codeHoldsItsText(String text) {
    assertThat(Picture.of(text).read()).isEqualTo(found(text));
  }

  @Property(tries = 100)
  void anyTextComesBack(@ForAll @StringLength(min = 1, max = 100) String any) {
    String text = any.replaceAll("\\p{Cs}", "x");
    assertThat(Picture.of(text).read()).isEqualTo(found(text));
  }

  /** Found by the test above: something inside its code looks like a corner. */
  @Test
  void codeWithAFalseCornerIsReadAsACleanPicture() {
    String text = "\u0080\u0800\u11a4\u9d5c\ufea0\u9ed6\u322f\uc148\u1955";
    assertThat(Picture.of(text).read()).isEqualTo(found(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 45, 90, 135, 180, 200, 270, 359})
  void codeIsReadAtAnyAngle(int degrees) {
    assertThat(Picture.of(LINK, 5, degrees, BLACK, WHITE).read()).isEqualTo(found(LINK));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 3.3, 7.7, 20})
  void codeIsReadAtAnySize(double scale) {
    assertThat(Picture.of(LINK, scale, 0, BLACK, WHITE).read()).isEqualTo(found(LINK));
  }

  @Test
  void codeOfADarkThemeIsRead() {
    assertThat(Picture.of(LINK, 4, 30, WHITE, BLACK).read()).isEqualTo(found(LINK));
    assertThat(Picture.of(LINK, 4, 0, 0xffc9d1d9, 0xff0d1117).read()).isEqualTo(found(LINK));
  }

  @Test
  void transparentGroundCountsAsWhite() {
    assertThat(Picture.of(LINK, 4, 0, BLACK, 0x00000000).read()).isEqualTo(found(LINK));
    assertThat(Picture.of(LINK, 4, 0, BLACK, 0x00ff00ff).read()).isEqualTo(found(LINK));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void noiseAndShadowOfACameraAreSeenThrough(int seed) {
    Picture clean = Picture.of(LINK, 6, 11 * seed, BLACK, WHITE);
    Random random = new Random(seed);
    int[] noisy = new int[clean.argb().length];
    for (int i = 0; i < noisy.length; i++) {
      double light = (clean.argb()[i] & 0xff) * 0.6 + 30;
      double shadow = 0.6 + 0.4 * (i % clean.width()) / clean.width();
      int grey = (int) Math.clamp(light * shadow + random.nextGaussian() * 18, 0, 255);
      noisy[i] = BLACK | grey << 16 | grey << 8 | grey;
    }
    assertThat(clean.with(noisy).read()).isEqualTo(found(LINK));
  }

  @Test
  void emptyAndRandomPicturesHoldNoCode() {
    int[] white = new int[200 * 200];
    Arrays.fill(white, WHITE);
    assertThat(QrReader.read(white, 200, 200)).isEqualTo(new QrReading.NoCode());
    assertThat(QrReader.read(new int[1], 1, 1)).isEqualTo(new QrReading.NoCode());
    assertThat(QrReader.read(new Random(1).ints(300 * 200).toArray(), 300, 200))
        .isEqualTo(new QrReading.NoCode());
  }

  @Test
  void codeThatIsMostlyCoveredIsFoundButNotRead() {
    Picture clean = Picture.of(LINK, 4, 0, BLACK, WHITE);
    int[] covered = clean.argb().clone();
    int from = (int) (clean.width() * 0.38);
    int to = (int) (clean.width() * 0.62);
    for (int y = from; y < to; y++) {
      Arrays.fill(covered, y * clean.width() + from, y * clean.width() + to, WHITE);
    }
    assertThat(clean.with(covered).read()).isEqualTo(new QrReading.Unreadable());
  }

  @Test
  void picturesOfImpossibleSizeAreRefused() {
    assertThat(QrReader.read(new int[0], 0, 5)).isEqualTo(new QrReading.WrongSize());
    assertThat(QrReader.read(new int[0], 1 << 20, 1 << 20)).isEqualTo(new QrReading.WrongSize());
    assertThatThrownBy(() -> QrReader.read(new int[5], 2, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textThatFitsNoCodeHasNone() {
    assertThat(QrMatrix.of("")).isEmpty();
    assertThat(QrMatrix.of("x".repeat(2_953))).isPresent();
    assertThat(QrMatrix.of("x".repeat(2_954))).isEmpty();
  }

  @Test
  void matrixIsAValue() {
    QrMatrix code = QrMatrix.of("a").orElseThrow();
    assertThat(code).isEqualTo(QrMatrix.of("a").orElseThrow()).hasToString("QrMatrix(21)");
    assertThat(code).isNotEqualTo(QrMatrix.of("b").orElseThrow());
    assertThat(code.isDark(0, 0)).isTrue();
    assertThat(code.isDark(7, 7)).isFalse();
    assertThatThrownBy(() -> code.isDark(21, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
