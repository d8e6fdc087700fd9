package io.timecoin.app.main;

import io.timecoin.app.main.node.OwnNode;
import io.timecoin.app.main.wallets.OpenedWallet;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.wallet.Contact;
import io.timecoin.app.wallet.Keyring;
import io.timecoin.app.wallet.book.Book;
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
 * @param watched addresses besides those of the purse
 * @param purse pays, or null where addresses are only watched
 * @param genesis the network's file, or null where it is not known
 * @param wallet the file behind the purse, or null where there is none
 * @param adminToken for a node of one's own, or empty
 * @param network the demo's masternodes, or null elsewhere
 */
record Site(
    URI node,
    Set<Address> watched,
    Names names,
    @Nullable Purse purse,
    @Nullable Genesis genesis,
    @Nullable OpenedWallet wallet,
    String adminToken,
    @Nullable Devnet network) {

  /** The demo's first wallet at the demo's first node; the other wallets are its contacts. */
  static Site demo(Devnet network, String adminToken) {
    List<Devnet.FundedWallet> wallets = network.wallets();
    Devnet.FundedWallet own = wallets.getFirst();
    List<Contact> contacts =
        wallets.stream().skip(1).map(w -> new Contact(w.name(), w.address())).toList();
    Keyring keyring = Keyring.empty(network.genesis().network()).withKey(own.key());
    return new Site(
        network.nodes().getFirst().webSocketUri(),
        Set.of(),
        new Names(contacts),
        new Purse(keyring, Book.EMPTY, Purse.Kept.NOWHERE),
        network.genesis(),
        null,
        adminToken,
        network);
  }

  /**
   * A wallet of one's own.
   *
   * @param genesis where the wallet's node is one of a network known here, else null
   */
  static Site of(OpenedWallet wallet, @Nullable Genesis genesis) {
    Purse purse = wallet.purse();
    return new Site(
        wallet.node(),
        Set.of(),
        new Names(() -> purse.book().contacts().list()),
        purse,
        genesis,
        wallet,
        "",
        null);
  }

  /** A masternode of one's own, without a wallet. */
  static Site own(OwnNode.Running running) {
    return new Site(
        running.node(),
        Set.of(),
        new Names(List.of()),
        null,
        running.genesis(),
        null,
        running.adminToken(),
        null);
  }

  /** Somebody else's node, believed. */
  static Site remote(URI node, Set<Address> watched) {
    return new Site(node, watched, new Names(List.of()), null, null, null, "", null);
  }

  /** Whether its money has no value and its wallet no file. */
  boolean isDemo() {
    return purse != null && wallet == null;
  }

  /** Of the wallet's file, or empty. */
  String walletName() {
    return wallet == null ? "" : wallet.name();
  }

  /** All addresses to watch now. */
  Set<Address> addresses() {
    return purse == null ? watched : Set.copyOf(purse.keyring().addresses());
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "Site(" + node + ")";
  }
}
