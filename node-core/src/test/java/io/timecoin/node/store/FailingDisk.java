package io.timecoin.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** The real disk, until it is told to fail: then as a full disk does, half-way through a write. */
final class FailingDisk implements Disk {
  /** Which calls fail. */
  enum Failing {
    NOTHING,
    CREATE,
    WRITE,
    FORCE,
    EVERYTHING
  }

  Failing failing = Failing.NOTHING;

  private boolean fails(Failing call) {
    return failing == call || failing == Failing.EVERYTHING;
  }

  private static IOException full() {
    return new IOException("No space left on device");
  }

  @Override
  public Hold hold(Path folder) throws StoreException {
    return REAL.hold(folder);
  }

  @Override
  public List<String> names(Path folder) throws IOException {
    return REAL.names(folder);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return REAL.read(file);
  }

  @Override
  public void create(Path folder, String name, byte[] content) throws IOException {
    if (fails(Failing.CREATE)) {
      throw full();
    }
    REAL.create(folder, name, content);
  }

  @Override
  public void delete(Path file) throws IOException {
    REAL.delete(file);
  }

  @Override
  public OpenFile open(Path file) throws IOException {
    OpenFile real = REAL.open(file);
    return new OpenFile() {
      @Override
      public void write(ByteBuffer bytes, long position) throws IOException {
        if (fails(Failing.WRITE)) {
          real.write(bytes.slice(0, bytes.remaining() / 2), position);
          throw full();
        }
        real.write(bytes, position);
      }

      @Override
      public void force() throws IOException {
        if (fails(Failing.FORCE)) {
          throw full();
        }
        real.force();
      }

      @Override
      public void truncate(long length) throws IOException {
        if (fails(Failing.EVERYTHING)) {
          throw full();
        }
        real.truncate(length);
      }

      @Override
      public void close() throws IOException {
        real.close();
      }
    };
  }
}
