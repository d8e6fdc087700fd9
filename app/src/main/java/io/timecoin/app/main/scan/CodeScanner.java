package io.timecoin.app.main.scan;

import io.timecoin.app.vm.send.CodePort;
import io.timecoin.app.wallet.qr.QrReader;
import io.timecoin.app.wallet.qr.QrReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;

/**
 * Loads pictures and looks for codes on a background thread.
 *
 * @param pick asks for a file, on the FX thread; empty if nobody wants it any more
 * @param background where work may take a second
 * @param screen runs on the FX thread
 */
public record CodeScanner(Supplier<Optional<Path>> pick, Executor background, Executor screen)
    implements CodePort {

  /** Larger files are no photo of a code. */
  private static final long BYTES_MAX = 64L << 20;

  @Override
  public void fromFile(Consumer<Scan> told) {
    Optional<Path> file = pick.get();
    if (file.isEmpty()) {
      told.accept(new Scan.Cancelled());
    } else {
      look(() -> ofFile(file.get()), told);
    }
  }

  @Override
  public void fromClipboard(Consumer<Scan> told) {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    Image picture = clipboard.getImage();
    String text = clipboard.getString();
    if (picture != null) {
      look(() -> ofPicture(picture), told);
    } else if (text != null && !text.isBlank()) {
      told.accept(new Scan.Found(text));
    } else {
      told.accept(nothing(Problem.CLIPBOARD_EMPTY));
    }
  }

  private void look(Supplier<Scan> work, Consumer<Scan> told) {
    background.execute(
        () -> {
          Scan seen = work.get();
          screen.execute(() -> told.accept(seen));
        });
  }

  /** What a picture file says; blocks. */
  static Scan ofFile(Path file) {
    try {
      if (Files.size(file) > BYTES_MAX) {
        return nothing(Problem.TOO_LARGE);
      }
      return ofPicture(new Image(new ByteArrayInputStream(Files.readAllBytes(file))));
    } catch (IOException e) {
      return new Scan.Nothing(Problem.NO_FILE, String.valueOf(e.getMessage()));
    }
  }

  private static Scan ofPicture(Image picture) {
    if (picture.isError()) {
      return nothing(Problem.NO_PICTURE);
    }
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    if ((long) width * height > QrReader.PIXELS_MAX) {
      return nothing(Problem.TOO_LARGE);
    }
    int[] argb = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return switch (QrReader.read(argb, width, height)) {
      case QrReading.Found found -> new Scan.Found(found.text());
      case QrReading.NoCode _ -> nothing(Problem.NO_CODE);
      case QrReading.Unreadable _ -> nothing(Problem.UNREADABLE);
      case QrReading.WrongSize _ -> nothing(Problem.TOO_LARGE);
    };
  }

  private static Scan nothing(Problem problem) {
    return new Scan.Nothing(problem, "");
  }
}
