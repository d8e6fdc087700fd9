package io.timecoin.node.gateway;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Locale;
import java.util.Set;

/**
 * Where wallets connect, and who may.
 *
 * @param bindHost address to listen on; a wildcard lets other machines in
 * @param port 0 for any free one
 * @param allowedOrigins web pages that may connect, as browsers write them ({@code
 *     https://wallet.example}); programs that send no origin always may
 */
public record GatewayConfig(
    String bindHost, int port, Set<String> allowedOrigins, GatewayLimits limits) {
  /** Nobody but this machine can reach it. */
  public static final String LOOPBACK = "127.0.0.1";

  /** Checks the port and writes origins as they are compared. */
  public GatewayConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
    allowedOrigins =
        allowedOrigins.stream()
            .map(origin -> origin.toLowerCase(Locale.ROOT))
            .collect(toUnmodifiableSet());
    if (allowedOrigins.contains("null")) {
      // Sandboxed frames and local files of any author send it: it names nobody.
      throw new IllegalArgumentException("the origin null cannot be allowed");
    }
  }

  /** For this machine's programs only. */
  public static GatewayConfig loopback(int port) {
    return new GatewayConfig(LOOPBACK, port, Set.of(), GatewayLimits.DEFAULTS);
  }
}
