package io.timecoin.app.wallet.file;

import static io.timecoin.app.wallet.file.Wallets.WEAK;
import static io.timecoin.app.wallet.file.Wallets.password;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes changed by chance, and by somebody who knows the layout. */
class FlippedBytesTest {

  private static final int HEADER_BYTES = 52;

  @TempDir private Path folder;
  private Path path;
  private byte[] good;

  @BeforeEach
  void create() throws IOException {
    path = folder.resolve("w.timewallet");
    WalletFile.create(path, password(), Wallets.full(), WEAK).close();
    good = Files.readAllBytes(path);
  }

  private Opening open(byte[] bytes) throws IOException {
    Files.write(path, bytes);
    Opening opening = WalletFile.open(path, password(), WEAK);
    if (opening instanceof Opening.Opened opened) {
      opened.file().close();
    }
    return opening;
  }

  private byte[] flipped(int at, int mask) {
    byte[] bytes = good.clone();
    bytes[at] ^= (byte) mask;
    return bytes;
  }

  @Test
  void everyFlippedByteIsFoundOutBeforeThePasswordIsBlamed() throws IOException {
    for (int at = 0; at < good.length; at++) {
      assertThat(open(flipped(at, 1 << at % 8)))
          .as("byte %d", at)
          .isInstanceOf(Opening.Damaged.class);
    }
    assertThat(open(good)).isInstanceOf(Opening.Opened.class);
  }

  @Test
  void everyMissingEndIsFoundOut() throws IOException {
    for (int length = 0; length < good.length; length++) {
      assertThat(open(Arrays.copyOf(good, length)))
          .as("%d bytes", length)
          .isInstanceOf(Opening.Damaged.class);
    }
    assertThat(open(Arrays.copyOf(good, good.length + 1))).isInstanceOf(Opening.Damaged.class);
  }

  @Test
  void flippedHeaderWithAMatchingChecksumOpensNothing() throws IOException {
    for (int at = 0; at < HEADER_BYTES; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] bytes = flipped(at, 1 << bit);
        WalletFileTest.rehash(bytes);
        assertThat(open(bytes))
            .as("byte %d, bit %d", at, bit)
            .isNotInstanceOf(Opening.Opened.class);
      }
    }
  }

  @Test
  void flippedBoxWithAMatchingChecksumOpensNothing() throws IOException {
    for (int at = HEADER_BYTES; at < good.length - 32; at++) {
      byte[] bytes = flipped(at, 1 << at % 8);
      WalletFileTest.rehash(bytes);
      assertThat(open(bytes)).as("byte %d", at).isEqualTo(new Opening.WrongPassword());
    }
  }

  @Test
  void rubbishIsRefused() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      System.arraycopy(good, 0, bytes, 0, Math.min(bytes.length, random.nextInt(HEADER_BYTES)));
      if (bytes.length > 84) {
        WalletFileTest.rehash(bytes);
      }
      assertThat(open(bytes)).isNotInstanceOf(Opening.Opened.class);
    }
  }
}
