package io.timecoin.node.sim;

import io.timecoin.node.engine.Action;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees what a masternode does. */
interface Witness {
  /** Sees nothing: for those that are not expected to keep any promise. */
  Witness BLIND = new Witness() {};

  /** A record of the journal is taken back at a start. */
  default void restored(SimNode node, JournalRecord record) {}

  /** All of the journal has been taken back. */
  default void started(SimNode node) {}

  /** The engine has done a turn; nothing of it is durable or sent. */
  default void turned(SimNode node) {}

  /** These records are on its disk now. */
  default void persisted(SimNode node, List<JournalRecord> records) {}

  /** A message leaves for a peer. */
  default void sends(SimNode node, NetworkMessage message) {}

  /** It says that a peer broke the protocol. */
  default void blames(SimNode node, @Nullable SimPeer peer, Action.Misbehaved action) {}

  /** It calls its operator. */
  default void alarms(SimNode node, Action.Alarm alarm) {}
}
