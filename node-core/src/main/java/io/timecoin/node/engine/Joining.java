package io.timecoin.node.engine;

import io.timecoin.node.protocol.StatusReport.Join;
import org.jspecify.annotations.Nullable;

/**
 * A node without a past on a long chain fetches a checkpoint instead of every block: asks for it,
 * and knows how far it is. While that goes on the node votes on nothing and takes no payments; at
 * its end the engine is made anew, with the past the checkpoint gave it. Source: protocol.md 5.
 */
final class Joining {
  private static final long RETRY_MS = 30_000;

  private final Context context;
  private final CatchUp catchUp;
  private @Nullable Join progress;
  private long notBeforeMs;

  Joining(Context context, CatchUp catchUp) {
    this.context = context;
    this.catchUp = catchUp;
  }

  void tick() {
    boolean empty = context.chain.height() == 0 && context.config.archive().tip().isEmpty();
    if (empty
        && progress == null
        && context.nowMs >= notBeforeMs
        && catchUp.target() > context.config.settle().checkpointBlocks()) {
      progress = new Join(0, 0);
      context.emit(new Action.Join());
    }
  }

  boolean isUnderWay() {
    return progress != null;
  }

  /** How far it is, or null when it is not under way. */
  @Nullable Join progress() {
    return progress;
  }

  void progress(int parts, int of) {
    if (progress != null) {
      progress = new Join(parts, of);
    }
  }

  /** Nobody could give one: the blocks are fetched for now, and it is tried again later. */
  void failed() {
    progress = null;
    notBeforeMs = context.nowMs + RETRY_MS;
  }
}
