package io.timecoin.node.p2p;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.p2p.address.AddressBook;
import io.timecoin.node.p2p.address.Backoff;
import io.timecoin.node.p2p.address.HostPort;
import io.timecoin.node.p2p.guard.Ban;
import io.timecoin.node.p2p.guard.Culprit;
import io.timecoin.node.p2p.guard.IpGroup;
import io.timecoin.node.p2p.guard.Offences;
import io.timecoin.node.p2p.link.CloseReason;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.Direction;
import io.timecoin.node.p2p.link.LinkFaults;
import io.timecoin.node.p2p.link.LinkSetup;
import io.timecoin.node.p2p.link.PeerThreads;
import io.timecoin.node.p2p.link.RemoteNode;
import io.timecoin.node.p2p.link.TrafficTotals;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateNotification;
import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of one node to all its peers: the specification's PeerManager. Safe on any
 * thread; sending never blocks.
 */
public final class PeerManager implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeerManager.class);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final PeerConfig config;
  private final PeerThreads threads;
  private final ScheduledThreadPoolExecutor timer;
  private final PeerTable table;
  private final AddressBook book;
  private final Discipline discipline;
  private final PeerCounters counters = new PeerCounters();
  private final LinkFaults faults = new LinkFaults();
  private final TrafficTotals traffic = new TrafficTotals();
  private final PeerContext context;
  private final Dialer dialer;
  private final Upkeep upkeep;
  private final AtomicLong ids = new AtomicLong();
  private volatile @Nullable Acceptor acceptor;

  /** With the system's clock. */
  public PeerManager(PeerConfig config, MessageCodec codec, PeerListener listener) {
    this(config, codec, listener, InstantSource.system());
  }

  /**
   * Assigns only; {@link #start} acts.
   *
   * @param clock what peers are told, and what their clocks are compared with
   */
  public PeerManager(
      PeerConfig config, MessageCodec codec, PeerListener listener, InstantSource clock) {
    this.config = config;
    PeerLimits limits = config.limits();
    SecureRandom random = new SecureRandom();
    this.threads = new PeerThreads(limits.virtualThreads());
    this.timer = new ScheduledThreadPoolExecutor(1, work -> threads.platform("p2p-timer", work));
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.table = new PeerTable(config);
    PeerLimits.Times times = limits.times();
    this.book =
        new AddressBook(
            limits.counts().addresses(),
            new Backoff(times.backoffMin(), times.backoffMax(), random));
    this.discipline =
        new Discipline(
            config.network(),
            new Offences(limits.offences(), InstantSource.system()),
            table,
            counters);
    PeerExchange exchange = new PeerExchange(config, table, book, counters, random);
    this.context =
        new PeerContext(
            config,
            codec,
            listener,
            table,
            discipline,
            exchange,
            counters,
            threads,
            clock,
            linkSetup(limits, random),
            this::listenAddress);
    this.dialer = new Dialer(context, book, this::connection);
    this.upkeep = new Upkeep(context, dialer);
  }

  private LinkSetup linkSetup(PeerLimits limits, SecureRandom random) {
    PeerLimits.Times times = limits.times();
    return new LinkSetup(
        FrameLimits.HANDSHAKE_FRAME_BYTES_MAX,
        limits.queues().otherFrames(),
        limits.queues().otherBytes(),
        times.handshake(),
        times.ping(),
        times.silence(),
        faults,
        timer,
        random,
        traffic);
  }

  private Connection connection(Direction direction, Socket socket) throws IOException {
    Connection connection =
        new Connection(new PeerId(ids.incrementAndGet()), direction, socket, context.setup());
    if (!table.open(connection)) {
      connection.close(CloseReason.STOPPED);
      throw new IOException("this node stops");
    }
    return connection;
  }

  /**
   * Listens, and begins to dial.
   *
   * @throws IOException if the address cannot be listened on, naming it
   * @throws IllegalArgumentException if a seed is not {@code host:port}
   */
  public void start() throws IOException {
    config.seeds().stream().map(HostPort::parse).toList().forEach(book::addSeed);
    Acceptor listening = new Acceptor(context, this::connection);
    acceptor = listening;
    LOG.info("listening for peers on {}:{}", config.bindHost(), listening.port());
    threads.platform("p2p-accept", listening::run).start();
    upkeep.start(timer);
  }

  private @Nullable String listenAddress() {
    Acceptor listening = acceptor;
    if (config.advertise() != null || listening == null) {
      return config.advertise();
    }
    return new HostPort(listening.address().getHostAddress(), listening.port()).toString();
  }

  /** The port listened on; 0 before {@link #start}. */
  public int port() {
    Acceptor listening = acceptor;
    return listening == null ? 0 : listening.port();
  }

  /** Queues a message for one peer; a peer that has gone, or whose queue is full, never gets it. */
  public void send(PeerId peer, NetworkMessage message) {
    table
        .find(peer)
        .ifPresentOrElse(
            connection -> context.send(connection, message),
            () -> counters.add(PeerCounter.UNDELIVERED));
  }

  /** Queues a message, encoded once, for every peer. */
  public void sendToAll(NetworkMessage message) {
    sendTo(message, node -> true);
  }

  /** Queues a notification, encoded once, for every connected masternode of the set. */
  public void broadcastUtxoNotification(UtxoStateNotification notification) {
    sendTo(notification, RemoteNode::member);
  }

  private void sendTo(NetworkMessage message, Predicate<RemoteNode> whom) {
    List<Connection> receivers =
        table.registered().stream().filter(connection -> isMeant(connection.node(), whom)).toList();
    if (!receivers.isEmpty()) {
      context.encode(message).ifPresent(frame -> receivers.forEach(to -> to.send(frame)));
    }
  }

  private static boolean isMeant(@Nullable RemoteNode node, Predicate<RemoteNode> whom) {
    return node != null && whom.test(node);
  }

  /** A peer broke the protocol in a way only the caller could see. */
  public void misbehaved(PeerId peer, String reason) {
    table.find(peer).ifPresent(connection -> discipline.offend(connection, reason));
  }

  /** The connected peers, oldest first. */
  public List<PeerView> peers() {
    return table.registered().stream()
        .flatMap(
            connection ->
                PeerView.of(connection, discipline.score(connection), context.clock()).stream())
        .toList();
  }

  /** The bans in force. */
  public List<Ban> bans() {
    return discipline.bans();
  }

  /** Keeps a node out and disconnects it. */
  public void ban(PublicKey identity, Duration duration, String reason) {
    discipline.ban(new Culprit.Node(identity), duration, reason);
  }

  /**
   * Keeps an IP address out (an IPv6 one with its /64 network) and disconnects whoever is there.
   *
   * @throws IllegalArgumentException if the text is no IP address
   */
  public void ban(String ip, Duration duration, String reason) {
    discipline.ban(new Culprit.Ip(IpGroup.parse(ip)), duration, reason);
  }

  /** Lets a node in again; whether it was banned. */
  public boolean unban(PublicKey identity) {
    boolean banned = discipline.unban(new Culprit.Node(identity));
    book.seen(identity);
    return banned;
  }

  /**
   * Lets an IP address in again; whether it was banned.
   *
   * @throws IllegalArgumentException if the text is no IP address
   */
  public boolean unban(String ip) {
    return discipline.unban(new Culprit.Ip(IpGroup.parse(ip)));
  }

  /**
   * Dials one more address, for ever.
   *
   * @throws IllegalArgumentException if it is not {@code host:port}
   */
  public void addSeed(String hostPort) {
    book.addSeed(HostPort.parse(hostPort));
    upkeep.hurry();
  }

  /** Switches that make links slow, lossy or cut. */
  public LinkFaults faults() {
    return faults;
  }

  /** What has been counted since the start. */
  public PeerCounters counters() {
    return counters;
  }

  /** What went through all connections. */
  public TrafficTotals traffic() {
    return traffic;
  }

  /** Frames that wait to be written to all peers. */
  public int framesWaiting() {
    return table.registered().stream().mapToInt(Connection::waiting).sum();
  }

  /** Every address known, for dashboards. */
  public List<String> addresses() {
    return book.all().stream().map(HostPort::toString).toList();
  }

  /** Disconnects everyone and waits until no thread of this part runs any more. */
  @Override
  public void close() {
    dialer.stop();
    timer.shutdownNow();
    List<Connection> open = table.stop();
    Acceptor listening = acceptor;
    if (listening != null) {
      listening.stop();
    }
    open.forEach(connection -> connection.close(CloseReason.STOPPED));
    try {
      if (!threads.stop(STOP_PATIENCE)) {
        LOG.warn("{} threads of the P2P part did not end in time", threads.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
