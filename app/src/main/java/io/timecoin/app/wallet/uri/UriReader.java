package io.timecoin.app.wallet.uri;

import io.timecoin.app.wallet.uri.PaymentUri.Parsed;
import io.timecoin.app.wallet.uri.PaymentUri.Reason;
import io.timecoin.app.wallet.uri.PaymentUri.Refused;
import io.timecoin.app.wallet.uri.PaymentUri.Understood;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one link, from left to right; the first thing that is wrong is the reason. */
final class UriReader {

  private static final String REQUIRED = "req-";
  private static final String AMOUNT = "amount";
  private static final String LABEL = "label";
  private static final String MESSAGE = "message";
  private static final Set<String> KNOWN = Set.of(AMOUNT, LABEL, MESSAGE);

  /** Stops the reading; never leaves this class. */
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    RefusedException(Reason reason, String detail) {
      super(detail);
      this.reason = reason;
    }

    Refused refused() {
      return new Refused(reason, String.valueOf(getMessage()));
    }
  }

  private UriReader() {}

  static Parsed read(String text) {
    try {
      return new Understood(uri(text));
    } catch (RefusedException e) {
      return e.refused();
    }
  }

  private static PaymentUri uri(String text) throws RefusedException {
    if (text.length() > PaymentUri.CHARS_MAX) {
      throw new RefusedException(Reason.TOO_LONG, "");
    }
    String scheme = PaymentUri.SCHEME;
    if (!text.regionMatches(true, 0, scheme, 0, scheme.length())) {
      throw new RefusedException(Reason.OTHER_SCHEME, "");
    }
    String[] halves = text.substring(scheme.length()).split("\\?", 2);
    Address address = address(halves[0]);
    Map<String, String> parameters = parameters(halves.length == 2 ? halves[1] : "");
    Optional<Amount> amount = amount(Optional.ofNullable(parameters.get(AMOUNT)));
    try {
      return new PaymentUri(
          address,
          amount,
          parameters.getOrDefault(LABEL, ""),
          parameters.getOrDefault(MESSAGE, ""));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Reason.BAD_TEXT, String.valueOf(e.getMessage()));
    }
  }

  private static Address address(String text) throws RefusedException {
    try {
      return Address.parse(decoded(text));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Reason.BAD_ADDRESS, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Amount> amount(Optional<String> text) throws RefusedException {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Amount amount = Amount.parseTime(text.get());
      if (amount.units() == 0) {
        throw new RefusedException(Reason.BAD_AMOUNT, "amount must be more than 0");
      }
      return Optional.of(amount);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Reason.BAD_AMOUNT, String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, String> parameters(String query) throws RefusedException {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.split("&")) {
      String[] halves = pair.split("=", 2);
      String name = decoded(halves[0]);
      String value = decoded(halves.length == 2 ? halves[1] : "");
      if (name.startsWith(REQUIRED)) {
        throw new RefusedException(Reason.UNKNOWN_REQUIREMENT, name);
      }
      if (KNOWN.contains(name) && parameters.put(name, value) != null) {
        throw new RefusedException(Reason.TWICE, name);
      }
    }
    return parameters;
  }

  private static String decoded(String text) throws RefusedException {
    return PercentCoding.decode(text)
        .orElseThrow(() -> new RefusedException(Reason.BAD_ENCODING, text));
  }
}
