package io.timecoin.app.vm.welcome;

import io.timecoin.node.base.Address;
import java.net.URI;
import java.util.Set;

/** Connects to a remote node and shows what these addresses hold there. */
public interface WatchPort {

  /** Returns at once; the screens change to the watched addresses. */
  void watch(URI node, Set<Address> addresses);
}
