package io.timecoin.app.client;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import java.util.Set;

/** What a wallet wants to hear of. */
public record Watched(Set<Address> addresses, Set<OutPoint> outPoints) {

  /** Nothing at all. */
  public static final Watched NOTHING = new Watched(Set.of(), Set.of());

  public Watched {
    addresses = Set.copyOf(addresses);
    outPoints = Set.copyOf(outPoints);
  }

  /** All that belongs to these addresses. */
  public static Watched of(Set<Address> addresses) {
    return new Watched(addresses, Set.of());
  }

  boolean isEmpty() {
    return addresses.isEmpty() && outPoints.isEmpty();
  }
}
