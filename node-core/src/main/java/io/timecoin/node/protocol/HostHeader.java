package io.timecoin.node.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host that an HTTP request was meant for. A web page whose name was made to resolve to this
 * machine (DNS rebinding) betrays itself by it.
 *
 * @param host in lower case, without the port
 */
public record HostHeader(String host) {
  private static final Pattern FORM = Pattern.compile("(\\[[^]]*]|[^:]*)(:\\d{1,5})?");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  /** Reads the header's value; empty if it is none. */
  public static Optional<HostHeader> parse(String header) {
    Matcher matcher = FORM.matcher(header.strip().toLowerCase(Locale.ROOT));
    return matcher.matches() ? Optional.of(new HostHeader(matcher.group(1))) : Optional.empty();
  }

  /** Whether it names this machine itself. */
  public boolean isLoopback() {
    return LOOPBACK.matcher(host).matches();
  }

  /** Whether it is an address, which no name server can turn elsewhere. */
  public boolean isLiteral() {
    return LITERAL.matcher(host).matches();
  }
}
