package io.timecoin.node.store.archive;

import io.timecoin.node.utxo.UtxoState;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts the chain's state, as the archive has it, into the parts of a checkpoint. */
final class Parts {
  private static final int PART_ELEMENTS = 5_000;
  private static final byte[] FIRST = new byte[0];

  /** Takes the parts in order. */
  @FunctionalInterface
  interface Sink {
    /** One part; the first has index 0. */
    void take(int index, byte[] bytes) throws IOException;
  }

  private final Sink sink;
  private final CheckpointCodec.Writer writer = new CheckpointCodec.Writer();
  private int parts;
  private long outputs;
  private @Nullable IOException failure;

  private Parts(Sink sink) {
    this.sink = sink;
  }

  /** How many unspent outputs there are. */
  static long write(Database database, Sink sink) throws IOException {
    Parts parts = new Parts(sink);
    database.forEach(Family.UTXOS, FIRST, null, parts::output);
    database.forEach(Family.FATES, FIRST, null, parts::released);
    if (parts.writer.elements() > 0) {
      parts.end();
    }
    if (parts.failure != null) {
      throw parts.failure;
    }
    return parts.outputs;
  }

  private boolean output(byte[] key, byte[] value) {
    boolean unspent =
        UtxoValue.decode(Keys.outPoint(key), value).entry().state() instanceof UtxoState.Unspent;
    if (unspent) {
      writer.output(key, value);
      outputs++;
    }
    return goOn();
  }

  private boolean released(byte[] txid, byte[] value) {
    Fate fate = Fate.decode(value);
    if (fate.kind() == Fate.Kind.RELEASED) {
      writer.released(txid, fate.height());
    }
    return goOn();
  }

  private boolean goOn() {
    if (writer.elements() >= PART_ELEMENTS) {
      end();
    }
    return failure == null;
  }

  private void end() {
    try {
      sink.take(parts, writer.take());
      parts++;
    } catch (IOException e) {
      failure = e;
    }
  }
}
