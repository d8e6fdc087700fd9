package io.timecoin.app.state;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import java.util.Set;

/** What moves the state forward. */
public sealed interface SessionEvent {

  /** A connection is being made. */
  record Connecting() implements SessionEvent {}

  /** The node answers. */
  record Connected() implements SessionEvent {}

  /**
   * The connection is gone or could not be made.
   *
   * @param reason for people
   * @param nextTryAt when it will be tried again
   */
  record Disconnected(String reason, long nextTryAt) implements SessionEvent {}

  /** Notifications were missed; a fresh snapshot has been asked for. */
  record Resyncing() implements SessionEvent {}

  /** The node said something. */
  record Received(NetworkMessage message) implements SessionEvent {}

  /** The wallet handed a payment to the connection, at this moment. */
  record Submitted(Transaction transaction) implements SessionEvent {}

  /**
   * Somebody looks for a block.
   *
   * @param questions that the node is asked
   */
  record BlockSearched(String text, int questions) implements SessionEvent {
    BlockList begun(BlockList blocks) {
      return blocks.searching(text, questions);
    }
  }

  /** The wallet has these addresses from now on. */
  record Watching(Set<Address> own) implements SessionEvent {
    /** Copies. */
    public Watching {
      own = Set.copyOf(own);
    }
  }

  /** A finality certificate was checked here, against the genesis masternodes. */
  record ProofChecked(Txid txid, boolean valid) implements SessionEvent {}
}
