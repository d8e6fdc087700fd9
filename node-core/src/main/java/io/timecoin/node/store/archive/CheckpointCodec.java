package io.timecoin.node.store.archive;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.ledger.SettledUtxo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Parts of a checkpoint as bytes: elements one after the other, compressed with DEFLATE. An element
 * is {@code 1 · outpoint (36) · output} as {@link Keys} and {@link UtxoValue} write them with their
 * length as u16 between, or {@code 2 · txid (32) · height u64} of a released transaction. The same
 * elements make the same bytes on every node.
 */
final class CheckpointCodec {
  private static final int OUTPUT = 1;
  private static final int RELEASED = 2;
  private static final int OUTPOINT_BYTES = Txid.BYTES + Integer.BYTES;

  /** A part of 5 000 elements is far smaller; more is an attack. */
  private static final int PART_BYTES_MAX = 8 << 20;

  private CheckpointCodec() {}

  /** Collects the elements of one part. */
  static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int elements;

    void output(byte[] key, byte[] value) {
      try {
        out.writeByte(OUTPUT);
        out.write(key);
        out.writeShort(value.length);
        out.write(value);
        elements++;
      } catch (IOException e) {
        throw new UncheckedIOException(e); // memory does not fail
      }
    }

    void released(byte[] txid, long height) {
      try {
        out.writeByte(RELEASED);
        out.write(txid);
        out.writeLong(height);
        elements++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    int elements() {
      return elements;
    }

    /** The part, and an empty writer again. */
    byte[] take() {
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
      try (DeflaterOutputStream stream = new DeflaterOutputStream(compressed, deflater)) {
        bytes.writeTo(stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        deflater.end();
      }
      bytes.reset();
      elements = 0;
      return compressed.toByteArray();
    }
  }

  /** Receives the elements of a part. */
  interface Reader {
    /** An unspent output. */
    void output(SettledUtxo utxo) throws IOException;

    /** A released transaction. */
    void released(Txid txid, long height) throws IOException;
  }

  /**
   * Reads a part.
   *
   * @throws IOException if it is none
   */
  static void read(byte[] part, Reader reader) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(inflate(part)))) {
      int kind = in.read();
      while (kind >= 0) {
        switch (kind) {
          case OUTPUT -> reader.output(output(in));
          case RELEASED -> reader.released(Txid.of(exactly(in, Txid.BYTES)), in.readLong());
          default -> throw new IOException("unknown kind of element " + kind);
        }
        kind = in.read();
      }
    } catch (EOFException e) {
      throw new IOException("it ends within an element", e);
    }
  }

  private static SettledUtxo output(DataInputStream in) throws IOException {
    OutPoint outPoint = Keys.outPoint(exactly(in, OUTPOINT_BYTES));
    byte[] value = exactly(in, in.readUnsignedShort());
    try {
      return UtxoValue.decode(outPoint, value);
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw new IOException("output " + outPoint + " is none: " + e.getMessage(), e);
    }
  }

  private static byte[] exactly(DataInputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  private static byte[] inflate(byte[] part) throws IOException {
    Inflater inflater = new Inflater(true);
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(part), inflater)) {
      byte[] bytes = in.readNBytes(PART_BYTES_MAX + 1);
      if (bytes.length > PART_BYTES_MAX) {
        throw new IOException("it is larger than a part may be");
      }
      return bytes;
    } finally {
      inflater.end();
    }
  }
}
