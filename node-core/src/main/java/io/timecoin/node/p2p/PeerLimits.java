package io.timecoin.node.p2p;

import io.timecoin.node.p2p.guard.OffenceLimits;
import java.time.Duration;

/**
 * Every bound and every time of the P2P part. Source: protocol.md 7.
 *
 * @param virtualThreads whether peers are served by virtual threads; platform threads answer faster
 *     at low load
 */
public record PeerLimits(
    Counts counts,
    Queues queues,
    Rates rates,
    OffenceLimits offences,
    Times times,
    boolean virtualThreads) {
  private static final int MEBIBYTE = 1024 * 1024;

  /** What protocol.md asks for. */
  public static final PeerLimits DEFAULT =
      new PeerLimits(
          Counts.DEFAULT,
          Queues.DEFAULT,
          Rates.DEFAULT,
          OffenceLimits.DEFAULT,
          Times.DEFAULT,
          false);

  /** The same with other numbers of peers. */
  public PeerLimits with(Counts changed) {
    return new PeerLimits(changed, queues, rates, offences, times, virtualThreads);
  }

  /** The same with other queues. */
  public PeerLimits with(Queues changed) {
    return new PeerLimits(counts, changed, rates, offences, times, virtualThreads);
  }

  /** The same with other rates. */
  public PeerLimits with(Rates changed) {
    return new PeerLimits(counts, queues, changed, offences, times, virtualThreads);
  }

  /** The same with other rules for bans. */
  public PeerLimits with(OffenceLimits changed) {
    return new PeerLimits(counts, queues, rates, changed, times, virtualThreads);
  }

  /** The same with other times. */
  public PeerLimits with(Times changed) {
    return new PeerLimits(counts, queues, rates, offences, changed, virtualThreads);
  }

  /** The same on virtual or platform threads. */
  public PeerLimits withVirtualThreads(boolean virtual) {
    return new PeerLimits(counts, queues, rates, offences, times, virtual);
  }

  /**
   * How many of what.
   *
   * @param inbound peers that dialled this node; a masternode takes the place of another one
   * @param inboundPerIp connections from one address, handshake done or not
   * @param inboundUnproven connections beyond {@code inbound} that may still prove to be
   *     masternodes
   * @param outboundOthers peers dialled that are no masternodes of the set
   * @param addresses learnt addresses remembered
   * @param addressesPerMessage addresses sent or read in one {@code Peers}
   */
  public record Counts(
      int inbound,
      int inboundPerIp,
      int inboundUnproven,
      int outboundOthers,
      int addresses,
      int addressesPerMessage) {
    /** 125 inbound, 8 an address. */
    public static final Counts DEFAULT = new Counts(125, 8, 32, 8, 1_000, 100);
  }

  /**
   * What may wait to be written to one peer; past it the peer is disconnected.
   *
   * @param memberFrames frames for a masternode of the set; must hold a resend of all pending
   *     transactions
   * @param memberBytes bytes for a masternode of the set
   * @param otherFrames frames for anyone else
   * @param otherBytes bytes for anyone else; at least one whole frame
   */
  public record Queues(int memberFrames, long memberBytes, int otherFrames, long otherBytes) {
    /** 64 MiB for a masternode, 8 MiB for others. */
    public static final Queues DEFAULT = new Queues(200_000, 64L * MEBIBYTE, 20_000, 8L * MEBIBYTE);
  }

  /**
   * What one peer may send in a second.
   *
   * @param transactions transactions, votes and certificates of a peer outside the set
   * @param queries anything else of a peer outside the set
   * @param member messages and signatures of a masternode of the set; past it, it is read slower
   */
  public record Rates(int transactions, int queries, int member) {
    /** 1 000 transactions and 100 queries; 100 000 for masternodes. */
    public static final Rates DEFAULT = new Rates(1_000, 100, 100_000);
  }

  /**
   * How long to wait for what.
   *
   * @param connect for a TCP connection
   * @param handshake from the connection to the end of the handshake
   * @param ping between pings
   * @param silence without a byte until a peer counts as gone
   * @param backoffMin before dialling a lost peer again
   * @param backoffMax at most before dialling a lost peer again
   * @param exchange between requests for addresses
   */
  public record Times(
      Duration connect,
      Duration handshake,
      Duration ping,
      Duration silence,
      Duration backoffMin,
      Duration backoffMax,
      Duration exchange) {
    /** Gone after 20 s of silence; tried again after at most 30 s. */
    public static final Times DEFAULT =
        new Times(
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofMillis(250),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));
  }
}
