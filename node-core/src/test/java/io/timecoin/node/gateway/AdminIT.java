package io.timecoin.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdminIT {
  private static final String COMMAND =
      new MessageCodec().encodeText(new NetworkMessage.Admin("token", "bans", Map.of(), "r1"));

  private static Optional<InetAddress> addressOfThisMachine() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .findFirst();
  }

  @Test
  void commandFromAnotherAddressIsForbidden() throws Exception {
    Optional<InetAddress> outside = addressOfThisMachine();
    assumeThat(outside).as("an address that is not loopback").isPresent();
    GatewayConfig open = new GatewayConfig("0.0.0.0", 0, Set.of(), GatewayLimits.DEFAULTS);
    try (GatewayFixture node = new GatewayFixture(open);
        RawWallet remote = RawWallet.connect(outside.get().getHostAddress(), node.gateway.port())) {
      remote.text(COMMAND);
      assertThat(remote.read().text()).contains("\"forbidden\"", "\"r1\"");
      assertThat(node.listener.received).isEmpty();
      assertThat(node.count(GatewayCounter.FORBIDDEN)).isOne();
    }
  }
}
