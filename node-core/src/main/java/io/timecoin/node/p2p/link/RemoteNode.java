package io.timecoin.node.p2p.link;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.p2p.address.HostPort;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end, after the handshake.
 *
 * @param identity the key it proved
 * @param member whether that is a masternode of the set
 * @param listen where it says it accepts peers, or null
 * @param version protocol version it speaks
 * @param since when the handshake was done
 * @param clock what its clock said then
 */
public record RemoteNode(
    PublicKey identity,
    boolean member,
    @Nullable HostPort listen,
    int version,
    Instant since,
    PeerClock clock) {}
