package io.timecoin.app.main;

import io.timecoin.app.vm.Names;
import io.timecoin.app.wallet.Contact;
import io.timecoin.app.wallet.Wallet;
import io.timecoin.node.base.Address;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.masternode.Genesis;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which node a desk works with, and as whom.
 *
 * @param wallet pays, or null where addresses are only watched
 * @param genesis the network's file, or null where it is not known
 * @param adminToken for a node of one's own, or empty
 */
record Site(
    URI node,
    Set<Address> watched,
    Names names,
    @Nullable Wallet wallet,
    @Nullable Genesis genesis,
    String adminToken) {

  /** The demo's first wallet at the demo's first node; the other wallets are its contacts. */
  static Site demo(Devnet network, String adminToken) {
    List<Devnet.FundedWallet> wallets = network.wallets();
    Devnet.FundedWallet own = wallets.getFirst();
    List<Contact> contacts =
        wallets.stream().skip(1).map(w -> new Contact(w.name(), w.address())).toList();
    return new Site(
        network.nodes().getFirst().webSocketUri(),
        Set.of(own.address()),
        new Names(contacts),
        Wallet.of(network.genesis().network(), own.key()),
        network.genesis(),
        adminToken);
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "Site(" + node + ")";
  }

  /** Somebody else's node, believed. */
  static Site remote(URI node, Set<Address> watched) {
    return new Site(node, watched, new Names(List.of()), null, null, "");
  }
}
