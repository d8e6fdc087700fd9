package io.timecoin.node.p2p;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.p2p.guard.OffenceLimits;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.awaitility.Awaitility;

/** A peer manager on an ephemeral loopback port, and what its listener was told. */
final class TestPeer implements AutoCloseable {
  static final Hash256 GENESIS = new Hash256(1, 2, 3, 4);
  static final MessageCodec CODEC = new MessageCodec();

  static {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30)); // for a busy machine
  }

  /** Short enough for a test, long enough for a busy machine; nothing is forgiven meanwhile. */
  static final PeerLimits QUICK =
      PeerLimits.DEFAULT
          .with(new OffenceLimits(20, 100, 0, Duration.ofMinutes(10), 1000))
          .with(
              new PeerLimits.Times(
                  Duration.ofSeconds(3),
                  Duration.ofSeconds(5),
                  Duration.ofMillis(300),
                  Duration.ofSeconds(10),
                  Duration.ofMillis(50),
                  Duration.ofMillis(500),
                  Duration.ofSeconds(1)));

  final PeerManager manager;
  final PublicKey key;
  final List<PeerId> connected = Collections.synchronizedList(new ArrayList<>());
  final List<PeerId> disconnected = Collections.synchronizedList(new ArrayList<>());
  final List<NetworkMessage> received = Collections.synchronizedList(new ArrayList<>());

  /** What the listener does with a message. */
  volatile BiFunction<PeerId, NetworkMessage, Optional<String>> onMessage =
      (peer, message) -> Optional.empty();

  TestPeer(PeerConfig config) {
    this(config, InstantSource.system());
  }

  TestPeer(PeerConfig config, InstantSource clock) {
    this.key = config.identity();
    this.manager = new PeerManager(config, CODEC, new Recorder(), clock);
  }

  private final class Recorder implements PeerListener {
    @Override
    public void connected(PeerId peer, PublicKey identity) {
      connected.add(peer);
    }

    @Override
    public void disconnected(PeerId peer) {
      disconnected.add(peer);
    }

    @Override
    public Optional<String> received(PeerId peer, NetworkMessage message) {
      received.add(message);
      return onMessage.apply(peer, message);
    }
  }

  /** Key number {@code i} of every test, higher than the one before it only by chance. */
  static SigningKey key(int i) {
    byte[] secret = new byte[SigningKey.SECRET_BYTES];
    secret[0] = (byte) i;
    secret[1] = (byte) (i >> 8);
    secret[31] = 1;
    return SigningKey.of(secret);
  }

  static PeerConfig config(int i, Set<PublicKey> members, List<String> seeds) {
    return config(i, Network.DEVNET, members, 0, seeds, QUICK);
  }

  static PeerConfig config(
      int i,
      Network network,
      Set<PublicKey> members,
      int port,
      List<String> seeds,
      PeerLimits limits) {
    return new PeerConfig(
        network, GENESIS, key(i), members, "127.0.0.1", port, null, seeds, limits);
  }

  static TestPeer started(PeerConfig config) throws IOException {
    TestPeer peer = new TestPeer(config);
    peer.manager.start();
    return peer;
  }

  String address() {
    return "127.0.0.1:" + manager.port();
  }

  List<PeerView> peers() {
    return manager.peers();
  }

  @Override
  public void close() {
    manager.close();
  }
}
