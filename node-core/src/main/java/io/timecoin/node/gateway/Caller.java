package io.timecoin.node.gateway;

import io.timecoin.node.engine.ClientId;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.Optional;

/** A client as its requests see it, whatever carries them. */
interface Caller {
  ClientId id();

  RequestLimits limits();

  QueryTimes queries();

  /** Whether it is on this machine. */
  boolean isLocal();

  /** Hands a request over, unless the client is gone. */
  Optional<NetworkMessage.Error> deliver(ClientListener listener, NetworkMessage message);
}
