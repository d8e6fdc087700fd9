package io.timecoin.app.wallet.uri;

import io.timecoin.app.wallet.book.Labels;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request for a payment as a link: {@code timecoin:ADDRESS?amount=1.5&label=Shop&message=Order
 * 7}, spaces percent-encoded. Made after BIP-21.
 *
 * @param address of whatever network; the wallet checks it against its own
 * @param amount at least one unit; empty: the payer decides
 * @param label who is paid, at most {@link Labels#CHARS_MAX} characters, or empty
 * @param message what for, at most {@link Labels#CHARS_MAX} characters, or empty
 */
public record PaymentUri(Address address, Optional<Amount> amount, String label, String message) {

  /** What every link begins with, in lower or upper case. */
  public static final String SCHEME = "timecoin:";

  /** Characters of a link at most. */
  public static final int CHARS_MAX = 2_000;

  /** Tidies the texts; refuses nothing asked for, and texts that are too long. */
  public PaymentUri {
    label = Labels.tidied(label);
    message = Labels.tidied(message);
    if (amount.filter(asked -> asked.units() == 0).isPresent()) {
      throw new IllegalArgumentException("amount must be more than 0");
    }
    if (label.length() > Labels.CHARS_MAX || message.length() > Labels.CHARS_MAX) {
      throw new IllegalArgumentException(
          "label and message have at most " + Labels.CHARS_MAX + " characters");
    }
  }

  /** An address and nothing else. */
  public static PaymentUri of(Address address) {
    return new PaymentUri(address, Optional.empty(), "", "");
  }

  /** What reading a link came to. */
  public sealed interface Parsed {}

  /** A link that is understood, all of it that has to be. */
  public record Understood(PaymentUri uri) implements Parsed {}

  /**
   * A link that must not be followed.
   *
   * @param detail the exact reason in English, or what it is about; may be empty
   */
  public record Refused(Reason reason, String detail) implements Parsed {}

  /** Why a link is refused. */
  public enum Reason {
    /** It does not begin with {@link #SCHEME}. */
    OTHER_SCHEME,
    /** It has more than {@link #CHARS_MAX} characters. */
    TOO_LONG,
    /** The address is none: the detail says why. */
    BAD_ADDRESS,
    /** The amount is none: the detail says why. */
    BAD_AMOUNT,
    /** Label or message is too long. */
    BAD_TEXT,
    /** A percent sign is not followed by two hex digits, or the bytes are not UTF-8. */
    BAD_ENCODING,
    /** A parameter comes twice, so that nobody knows which counts: the detail names it. */
    TWICE,
    /** It requires something that this wallet does not know: the detail names it. */
    UNKNOWN_REQUIREMENT
  }

  /** Reads a link. Parameters that are not known and not required are ignored. */
  public static Parsed parse(String text) {
    return UriReader.read(text.strip());
  }

  /** The link. */
  public String write() {
    List<String> parameters = new ArrayList<>();
    amount.ifPresent(asked -> parameters.add("amount=" + asked.toTimeString()));
    if (!label.isEmpty()) {
      parameters.add("label=" + PercentCoding.encode(label));
    }
    if (!message.isEmpty()) {
      parameters.add("message=" + PercentCoding.encode(message));
    }
    String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    return SCHEME + address + query;
  }
}
