package io.timecoin.app.vm.network;

import java.time.Duration;

/** What an operator may tell a node of one's own. Every method returns at once. */
public interface OperatorPort {

  /** Whether there is a token for this node. */
  boolean allowed();

  /** Asks for peers and bans about once a second from now on, or no longer. */
  void follow(boolean on);

  /**
   * Keeps a masternode or node out.
   *
   * @param publicKey of the node, in hex
   */
  void ban(String publicKey, Duration duration, String reason);

  /**
   * Lets it in again.
   *
   * @param culprit as the list of bans names it: a key, or a range of addresses
   */
  void unban(String culprit);
}
