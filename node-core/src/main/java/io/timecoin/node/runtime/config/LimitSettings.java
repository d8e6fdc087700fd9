package io.timecoin.node.runtime.config;

import io.timecoin.node.gateway.GatewayLimits;
import io.timecoin.node.p2p.PeerLimits;

/**
 * The limits of protocol.md 7 that an operator may change; the rest are constants where they act.
 */
final class LimitSettings {
  private static final int COUNT_MAX = 1_000_000;

  private LimitSettings() {}

  static PeerLimits peers(Settings settings) throws ConfigException {
    PeerLimits.Counts usual = PeerLimits.Counts.DEFAULT;
    return PeerLimits.DEFAULT
        .with(
            new PeerLimits.Counts(
                count(settings, ConfigKey.P2P_INBOUND_MAX),
                count(settings, ConfigKey.P2P_INBOUND_PER_IP),
                usual.inboundUnproven(),
                usual.outboundOthers(),
                usual.addresses(),
                usual.addressesPerMessage()))
        .withVirtualThreads(virtualThreads(settings));
  }

  private static boolean virtualThreads(Settings settings) throws ConfigException {
    return switch (settings.get(ConfigKey.THREADS).text()) {
      case "platform" -> false;
      case "virtual" -> true;
      default -> throw settings.refused(ConfigKey.THREADS, "must be platform or virtual");
    };
  }

  static GatewayLimits wallets(Settings settings) throws ConfigException {
    GatewayLimits.Connections connections = GatewayLimits.DEFAULTS.connections();
    GatewayLimits.Rates rates = GatewayLimits.DEFAULTS.rates();
    return GatewayLimits.DEFAULTS
        .with(
            new GatewayLimits.Connections(
                count(settings, ConfigKey.WS_CONNECTIONS_MAX),
                count(settings, ConfigKey.WS_WATCHED_MAX),
                connections.messageBytes(),
                connections.upgradeTime(),
                connections.pingInterval()))
        .with(
            new GatewayLimits.Rates(
                count(settings, ConfigKey.WS_TRANSACTIONS_PER_SECOND),
                count(settings, ConfigKey.WS_QUERIES_PER_SECOND),
                rates.readsPerSecond(),
                rates.othersPerSecond(),
                count(settings, ConfigKey.WS_SUBSCRIPTIONS_PER_MINUTE)));
  }

  private static int count(Settings settings, ConfigKey key) throws ConfigException {
    return settings.number(key, 1, COUNT_MAX);
  }
}
