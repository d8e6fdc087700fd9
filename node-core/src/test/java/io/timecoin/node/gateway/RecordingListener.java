package io.timecoin.node.gateway;

import io.timecoin.node.engine.ClientId;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** Stands for the node: writes down what it is told, and answers what the test says. */
final class RecordingListener implements ClientListener {
  record Received(ClientId client, NetworkMessage message) {}

  final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  final BlockingQueue<ClientId> closed = new LinkedBlockingQueue<>();
  final BlockingQueue<ClientId> resynced = new LinkedBlockingQueue<>();
  volatile Function<NetworkMessage, Optional<NetworkMessage.Error>> reply = m -> Optional.empty();

  @Override
  public Optional<NetworkMessage.Error> received(ClientId client, NetworkMessage message) {
    received.add(new Received(client, message));
    return reply.apply(message);
  }

  @Override
  public void closed(ClientId client) {
    closed.add(client);
  }

  @Override
  public void resync(ClientId client) {
    resynced.add(client);
  }
}
