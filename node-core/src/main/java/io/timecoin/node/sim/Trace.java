package io.timecoin.node.sim;

import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells what happens, a line each; silent unless somebody listens. */
final class Trace {
  private static final int TEXT_MAX = 220;

  private final SimClock clock;
  private final @Nullable Consumer<String> listener;

  Trace(SimClock clock, @Nullable Consumer<String> listener) {
    this.clock = clock;
    this.listener = listener;
  }

  void delivered(SimPeer from, SimPeer to, NetworkMessage message) {
    if (listener != null) {
      say("node %d -> node %d  %s".formatted(from.index(), to.index(), brief(message)));
    }
  }

  void persisted(int node, JournalRecord record) {
    if (listener != null) {
      say("node %d keeps %s".formatted(node, brief(record)));
    }
  }

  void happened(String format, Object... arguments) {
    if (listener != null) {
      say(format.formatted(arguments));
    }
  }

  private void say(String what) {
    if (listener != null) {
      long micros = clock.elapsedMicros();
      listener.accept("%5d.%03d ms  %s".formatted(micros / 1_000, micros % 1_000, what));
    }
  }

  private static String brief(Object value) {
    String text = value.toString().replaceAll("([0-9a-f]{8})[0-9a-f]{24,}", "$1…");
    return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "…";
  }
}
