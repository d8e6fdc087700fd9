/**
 * The network of masternodes: a TCP server and a dialer, one connection class for both directions,
 * the signed handshake, exchange of addresses, limits, scores and bans (the specification's
 * PeerManager).
 */
@NullMarked
package io.timecoin.node.p2p;

import org.jspecify.annotations.NullMarked;
