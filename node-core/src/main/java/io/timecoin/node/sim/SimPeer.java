package io.timecoin.node.sim;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.protocol.NetworkMessage;

/** A masternode as the simulated network sees it. */
interface SimPeer {
  int index();

  PublicKey publicKey();

  /** Whether its messages must be checked: it may send what no honest node would. */
  boolean mayForge();

  boolean running();

  void start();

  void connected(PeerId link, SimPeer other);

  void disconnected(PeerId link);

  void receive(PeerId link, NetworkMessage message);
}
