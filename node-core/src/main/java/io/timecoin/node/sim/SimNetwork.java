package io.timecoin.node.sim;

import io.timecoin.node.engine.PeerId;
import io.timecoin.node.protocol.MessageType;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Connections between masternodes. Messages of one connection may overtake each other, which is
 * harsher than TCP; a lost one ends its connection, as it would there.
 */
final class SimNetwork {
  private static final int FLAPS = 3;

  private final SimWorld world;
  private final Latency latency;
  private final List<Fault.Weather> weather = new ArrayList<>();
  private final List<Fault.Partition> cuts = new ArrayList<>();
  private final Map<Long, Link> links = new HashMap<>();
  private final Map<String, Long> sent = new TreeMap<>();
  private long nextPeerId = 1;
  private long connections;

  SimNetwork(SimWorld world, Latency latency) {
    this.world = world;
    this.latency = latency;
  }

  private record Link(SimPeer a, SimPeer b, PeerId idOfA, PeerId idOfB) {
    PeerId idOf(SimPeer peer) {
      return peer.equals(a) ? idOfA : idOfB;
    }
  }

  /** How many messages masternodes have sent. */
  long messages() {
    return sent.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many of them by type. */
  Map<String, Long> sent() {
    return sent;
  }

  /** How many connections there have been. */
  long connections() {
    return connections;
  }

  /** Connects two running peers, after a while, unless they are. */
  void connectSoon(SimPeer a, SimPeer b) {
    world.clock.afterMicros(delayMicros(a, b), () -> connect(a, b));
  }

  private void connect(SimPeer a, SimPeer b) {
    if (!a.running() || !b.running() || links.containsKey(pair(a, b))) {
      return;
    }
    if (blocked(a, b) || blocked(b, a)) {
      connectSoon(a, b);
      return;
    }
    Link link = new Link(a, b, new PeerId(nextPeerId++), new PeerId(nextPeerId++));
    links.put(pair(a, b), link);
    connections++;
    a.connected(link.idOf(b), b);
    b.connected(link.idOf(a), a);
  }

  /** The connection ends for both; what is under way on it is lost. */
  void disconnect(SimPeer a, SimPeer b) {
    Link link = links.remove(pair(a, b));
    if (link != null) {
      if (a.running()) {
        a.disconnected(link.idOf(b));
      }
      if (b.running()) {
        b.disconnected(link.idOf(a));
      }
      connectSoon(a, b);
    }
  }

  void send(SimPeer from, SimPeer to, NetworkMessage message) {
    Link link = links.get(pair(from, to));
    if (link == null) {
      return;
    }
    sent.merge(MessageType.nameOf(message.getClass()), 1L, Long::sum);
    world.coverage.sent(message);
    if (blocked(from, to)) {
      return; // whoever cut it ends the connection when the cut ends
    }
    for (Fault.Weather w : weather) {
      if (world.random.nextInt(1_000) < w.loss()) {
        world.clock.after(0, () -> disconnect(from, to));
        return;
      }
      if (world.random.nextInt(1_000) < w.duplicates()) {
        deliver(link, from, to, message);
      }
    }
    deliver(link, from, to, message);
  }

  private void deliver(Link link, SimPeer from, SimPeer to, NetworkMessage message) {
    world.clock.afterMicros(
        delayMicros(from, to),
        () -> {
          if (to.running() && link.equals(links.get(pair(from, to)))) {
            world.trace.delivered(from, to, message);
            to.receive(link.idOf(from), message);
          }
        });
  }

  private long delayMicros(SimPeer from, SimPeer to) {
    int spell = weather.stream().mapToInt(Fault.Weather::delayMaxMs).max().orElse(0);
    long more = spell == 0 ? 0 : world.random.nextInt(spell) * 1_000L;
    return more + latency.micros(from.index(), to.index(), world.random);
  }

  void begin(Fault.Weather spell) {
    weather.add(spell);
    world.clock.after(spell.forMs(), () -> weather.remove(spell));
  }

  void begin(Fault.Partition cut) {
    if (cut.cut() == Fault.Cut.FLAPPING) {
      flap(cut);
      return;
    }
    cuts.add(cut);
    if (cut.cut() != Fault.Cut.ONE_WAY) {
      sever(cut);
    }
    world.clock.after(
        cut.forMs(),
        () -> {
          cuts.remove(cut);
          sever(cut); // what was swallowed is lost
        });
  }

  private void flap(Fault.Partition cut) {
    long pulse = cut.forMs() / (2 * FLAPS) + 1;
    for (int i = 0; i < FLAPS; i++) {
      var once = new Fault.Partition(cut.atMs(), pulse, cut.side(), Fault.Cut.BOTH_WAYS);
      world.clock.after(
          2 * i * pulse,
          () -> {
            if (world.faulty) {
              begin(once);
            }
          });
    }
  }

  /** No cut and no weather any more. */
  void heal() {
    List.copyOf(cuts).forEach(this::sever);
    cuts.clear();
    weather.clear();
  }

  private void sever(Fault.Partition cut) {
    for (Link link : List.copyOf(links.values())) {
      if (cut.side().contains(link.a().index()) != cut.side().contains(link.b().index())) {
        disconnect(link.a(), link.b());
      }
    }
  }

  private boolean blocked(SimPeer from, SimPeer to) {
    for (Fault.Partition cut : cuts) {
      boolean fromSide = cut.side().contains(from.index());
      boolean toSide = cut.side().contains(to.index());
      if (fromSide != toSide && (cut.cut() != Fault.Cut.ONE_WAY || fromSide)) {
        return true;
      }
    }
    return false;
  }

  private static long pair(SimPeer a, SimPeer b) {
    return (long) Math.min(a.index(), b.index()) << 32 | Math.max(a.index(), b.index());
  }
}
