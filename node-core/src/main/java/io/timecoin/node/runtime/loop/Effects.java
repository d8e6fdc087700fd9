package io.timecoin.node.runtime.loop;

import io.timecoin.node.engine.Action;
import io.timecoin.node.engine.Cut;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.store.StoreException;
import java.util.List;

/** What the engine's decisions do to the world. Called on the loop's thread alone. */
public interface Effects {
  /** A turn begins: what it leads to has its cause here. */
  default void begin() {}

  /** Durable when it returns; nothing of the batch is when it throws, and it is tried again. */
  void append(List<JournalRecord> batch) throws StoreException;

  /**
   * Begins to archive what is cut; everything before it is appended. Answered by an event later.
   *
   * @throws StoreException if nothing came of it
   */
  default void settle(Cut cut) throws StoreException {}

  /** Performs anything but what is to be made durable or signed; must not block. */
  void perform(Action action);

  /** A bug has ended the loop. */
  void broken(Throwable bug);
}
