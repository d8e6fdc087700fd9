package io.timecoin.app.state;

import io.timecoin.node.base.Address;
import java.util.Set;

/** Everything the screens are painted from. */
public record SessionState(WalletState wallet, NetworkState network) {

  /** Before the first word from the node. */
  public static SessionState start(Set<Address> own) {
    return new SessionState(WalletState.of(own), NetworkState.START);
  }

  /**
   * This state one event further. Pure.
   *
   * @param now microseconds since 1970 at which the event happened
   */
  public SessionState after(SessionEvent event, long now) {
    return new SessionState(
        WalletReducer.reduce(wallet, event, now), NetworkReducer.reduce(network, event, now));
  }
}
