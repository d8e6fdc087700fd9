package io.timecoin.node.engine;

import org.jspecify.annotations.Nullable;

/** Who brought a transaction. */
sealed interface Source {
  /** A wallet, which is owed an answer. */
  record Wallet(ClientId client, @Nullable String requestId) implements Source {}

  /** A peer, which is not. */
  record Peer(PeerId peer) implements Source {}
}
