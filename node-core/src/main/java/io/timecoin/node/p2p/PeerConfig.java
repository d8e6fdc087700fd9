package io.timecoin.node.p2p;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.SigningKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the P2P part of one node is told.
 *
 * @param nodeKey proves this node's identity in handshakes; signs nothing else here
 * @param masternodes the set: whom to be connected with, and who is exempt from the limits of
 *     others
 * @param bindHost address to listen on, e.g. {@code 0.0.0.0}
 * @param port port to listen on; 0 for any free one
 * @param advertise {@code host:port} peers are told to dial, or null: the address listened on, or
 *     when that is a wildcard the address they see this node at
 * @param seeds {@code host:port} of peers to start from
 */
public record PeerConfig(
    Network network,
    Hash256 genesisHash,
    SigningKey nodeKey,
    Set<PublicKey> masternodes,
    String bindHost,
    int port,
    @Nullable String advertise,
    List<String> seeds,
    PeerLimits limits) {
  /** Copies the collections. */
  public PeerConfig {
    masternodes = Set.copyOf(masternodes);
    seeds = List.copyOf(seeds);
  }

  /** This node's identity. */
  public PublicKey identity() {
    return nodeKey.publicKey();
  }

  /** Whether that key is a masternode of the set. */
  public boolean isMember(PublicKey key) {
    return masternodes.contains(key);
  }
}
