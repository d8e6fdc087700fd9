package io.timecoin.node.p2p.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place to dial: a DNS name or an IP address, and a port.
 *
 * @param host lower case; an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {
  private static final int HOST_CHARS_MAX = 253;
  private static final int PORT_MAX = 65_535;

  /** Letters, digits, dots and hyphens, or an IPv6 address in brackets; then the port. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\[([0-9a-fA-F:.]{2,45})]|([0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?)):(\\d{1,5})");

  /** Refuses a port that is none. */
  public HostPort {
    if (port < 1 || port > PORT_MAX) {
      throw new IllegalArgumentException("port must be 1 to " + PORT_MAX + ", not " + port);
    }
    if (host.isEmpty() || host.length() > HOST_CHARS_MAX) {
      throw new IllegalArgumentException("host must have 1 to " + HOST_CHARS_MAX + " characters");
    }
    host = host.toLowerCase(Locale.ROOT);
  }

  /** Reads {@code host:port} or {@code [ipv6]:port}; empty if the text is neither. */
  public static Optional<HostPort> find(String text) {
    if (text.length() > HOST_CHARS_MAX + 1 + 5) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    int port = Integer.parseInt(matcher.group(3));
    if (host == null || host.length() > HOST_CHARS_MAX || port < 1 || port > PORT_MAX) {
      return Optional.empty();
    }
    return Optional.of(new HostPort(host, port));
  }

  /**
   * Reads {@code host:port} or {@code [ipv6]:port}.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static HostPort parse(String text) {
    return find(text)
        .orElseThrow(
            () -> new IllegalArgumentException("a peer's address must be host:port: " + text));
  }

  /** Whether the host stands for every address of its machine and so cannot be dialled. */
  public boolean isWildcard() {
    return host.equals("0.0.0.0") || host.equals("::");
  }

  /** The form {@link #parse} reads. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
