package io.timecoin.node.cli.client;

import io.timecoin.node.protocol.NetworkMessage;
import org.jspecify.annotations.Nullable;

/** Finds the request that a message answers. */
final class Answers {
  private Answers() {}

  /** Its {@code request_id}; null for what is no answer. */
  static @Nullable String requestId(NetworkMessage message) {
    return switch (message) {
      case NetworkMessage.UtxoStateResponse m -> m.requestId();
      case NetworkMessage.SubscriptionConfirmed m -> m.requestId();
      case NetworkMessage.TransactionAccepted m -> m.requestId();
      case NetworkMessage.FinalityCertificate m -> m.requestId();
      case NetworkMessage.Transactions m -> m.requestId();
      case NetworkMessage.AddressHistory m -> m.requestId();
      case NetworkMessage.Blocks m -> m.requestId();
      case NetworkMessage.NodeStatus m -> m.requestId();
      case NetworkMessage.AdminResult m -> m.requestId();
      case NetworkMessage.Error m -> m.requestId();
      default -> null;
    };
  }
}
