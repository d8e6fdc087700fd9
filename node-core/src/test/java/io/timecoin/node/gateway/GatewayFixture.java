package io.timecoin.node.gateway;

import io.timecoin.node.protocol.MessageCodec;
import java.io.IOException;
import java.util.Set;

/** A running gateway with a played node behind it. */
final class GatewayFixture implements AutoCloseable {
  final RecordingListener listener = new RecordingListener();
  final WalletGateway gateway;

  GatewayFixture(GatewayConfig config) throws IOException {
    gateway = new WalletGateway(config, new MessageCodec(), listener);
    gateway.start();
  }

  static GatewayFixture withDefaults() throws IOException {
    return new GatewayFixture(GatewayConfig.loopback(0));
  }

  static GatewayFixture with(GatewayLimits limits) throws IOException {
    return new GatewayFixture(
        new GatewayConfig(GatewayConfig.LOOPBACK, 0, Set.of("https://Wallet.example"), limits));
  }

  long count(GatewayCounter counter) {
    return gateway.counters().get(counter);
  }

  @Override
  public void close() {
    gateway.close();
  }
}
