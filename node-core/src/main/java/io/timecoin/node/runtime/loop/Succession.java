package io.timecoin.node.runtime.loop;

import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.Turn;
import io.timecoin.node.store.StoreException;
import java.util.List;

/** An engine that takes another one's place, with another past. Called on the loop's thread. */
public interface Succession {
  /**
   * The successor, durable with what it must remember of the other one.
   *
   * @throws StoreException if nothing changed and the other one goes on
   */
  Turn successor(Turn before) throws StoreException;

  /** What it must hear first: who is connected. */
  List<EngineEvent> introduction();

  /** What the other one must hear instead if there is no successor. */
  EngineEvent refusal();
}
