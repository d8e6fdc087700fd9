package io.timecoin.app.wallet.file;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes being written that leave no copy in memory when they are cleared, also when they grew. */
final class SecretBytes extends OutputStream {

  private byte[] bytes = new byte[8 << 10];
  private int length;

  @Override
  public void write(int b) {
    reserve(1);
    bytes[length++] = (byte) b;
  }

  @Override
  public void write(byte[] from, int offset, int count) {
    reserve(count);
    System.arraycopy(from, offset, bytes, length, count);
    length += count;
  }

  private void reserve(int count) {
    if (bytes.length - length < count) {
      byte[] larger = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
      Arrays.fill(bytes, (byte) 0);
      bytes = larger;
    }
  }

  /** A copy that the caller clears. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Zeroes what was written. */
  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }
}
