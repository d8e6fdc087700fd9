package io.timecoin.app.wallet.book;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import java.util.Comparator;
import java.util.Optional;

/** What a label can be stuck on. Ordered by type, then by reference. */
public sealed interface LabelTarget extends Comparable<LabelTarget> {

  /** A whole transaction. */
  record OfTransaction(Txid txid) implements LabelTarget {}

  /** An address, ours or not. */
  record OfAddress(Address address) implements LabelTarget {}

  /** One output. */
  record OfOutput(OutPoint outPoint) implements LabelTarget {}

  /** The {@code type} of BIP-329. */
  default String type() {
    return switch (this) {
      case OfTransaction _ -> "tx";
      case OfAddress _ -> "addr";
      case OfOutput _ -> "output";
    };
  }

  /** The {@code ref} of BIP-329. */
  default String ref() {
    return switch (this) {
      case OfTransaction(Txid txid) -> txid.toString();
      case OfAddress(Address address) -> address.toString();
      case OfOutput(OutPoint outPoint) -> outPoint.toString();
    };
  }

  /**
   * The target of that type; empty for a type that is not kept here.
   *
   * @throws IllegalArgumentException with the reason, if the reference is none of that type
   */
  static Optional<LabelTarget> parse(String type, String ref) {
    return switch (type) {
      case "tx" -> Optional.of(new OfTransaction(Txid.parse(ref)));
      case "addr" -> Optional.of(new OfAddress(Address.parse(ref)));
      case "output" -> Optional.of(new OfOutput(OutPoint.parse(ref)));
      default -> Optional.empty();
    };
  }

  @Override
  default int compareTo(LabelTarget other) {
    return Comparator.comparing(LabelTarget::type)
        .thenComparing(LabelTarget::ref)
        .compare(this, other);
  }
}
