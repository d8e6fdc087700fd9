package io.timecoin.node.gateway;

import io.timecoin.node.protocol.HostHeader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may open a WebSocket. Browsers let any page open one to this machine and only name the page
 * in {@code Origin}; a page whose name was made to resolve to this machine betrays itself by {@code
 * Host}.
 *
 * @param bindHost that the gateway listens on
 * @param allowedOrigins lower case
 */
record UpgradePolicy(String bindHost, Set<String> allowedOrigins) {
  private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0");

  /**
   * An answer to a request that is no upgrade for us.
   *
   * @param status of HTTP, with its phrase
   */
  record Refusal(String status, String reason, GatewayCounter counter) {}

  /** Whether that means every address of this machine. */
  static boolean isWildcard(String bindHost) {
    return WILDCARDS.contains(bindHost);
  }

  /**
   * Checks both headers; a header that came twice arrives joined and so matches nothing.
   *
   * @param origin null if there was none, as with every program that is no browser
   * @param host null if there was none
   */
  Optional<Refusal> check(@Nullable String origin, @Nullable String host) {
    if (origin != null && !allowedOrigins.contains(origin.strip().toLowerCase(Locale.ROOT))) {
      return forbidden("this origin may not connect", GatewayCounter.REFUSED_ORIGIN);
    }
    if (host == null || !isOurs(host, origin != null)) {
      return forbidden("this is not the host you asked for", GatewayCounter.REFUSED_HOST);
    }
    return Optional.empty();
  }

  private boolean isOurs(String header, boolean fromBrowser) {
    HostHeader named = HostHeader.parse(header).orElse(null);
    if (named == null) {
      return false;
    }
    if (named.isLoopback() || named.host().equals(bindHost.toLowerCase(Locale.ROOT))) {
      return true;
    }
    // A server open to other machines has names it cannot know; only browsers can be rebound, and a
    // literal address cannot.
    return isWildcard(bindHost) && (!fromBrowser || named.isLiteral());
  }

  private static Optional<Refusal> forbidden(String reason, GatewayCounter counter) {
    return Optional.of(new Refusal("403 Forbidden", reason, counter));
  }
}
