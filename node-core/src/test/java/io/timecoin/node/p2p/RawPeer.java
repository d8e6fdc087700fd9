package io.timecoin.node.p2p;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.p2p.frame.Frame;
import io.timecoin.node.p2p.frame.FrameReader;
import io.timecoin.node.p2p.link.Direction;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Handshake;
import io.timecoin.node.protocol.NetworkMessage.HandshakeAck;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A socket that says what a test wants it to say, right or wrong. */
final class RawPeer implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;

  final Socket socket;
  private final FrameReader reader;

  RawPeer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MS);
    socket.setTcpNoDelay(true);
    this.reader = new FrameReader(socket.getInputStream(), FrameLimits.FRAME_BYTES_MAX);
  }

  static RawPeer dial(TestPeer peer) throws IOException {
    return new RawPeer(new Socket("127.0.0.1", peer.manager.port()));
  }

  RawPeer bytes(byte... bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  RawPeer text(String payload) throws IOException {
    return bytes(Frame.of(payload.getBytes(StandardCharsets.UTF_8)).toBytes());
  }

  RawPeer send(NetworkMessage message) throws IOException {
    return bytes(Frame.of(TestPeer.CODEC.encode(message)).toBytes());
  }

  /** The next message; empty at the end of the stream, however it ended. */
  Optional<NetworkMessage> next() throws Exception {
    Optional<byte[]> payload;
    try {
      payload = reader.read();
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return Optional.empty();
    }
    return payload.isEmpty() ? Optional.empty() : Optional.of(TestPeer.CODEC.decode(payload.get()));
  }

  /** The next message of that kind, others skipped. */
  <T extends NetworkMessage> T next(Class<T> kind) throws Exception {
    Optional<NetworkMessage> message = next();
    while (message.isPresent() && !kind.isInstance(message.get())) {
      message = next();
    }
    return kind.cast(message.orElseThrow(() -> new AssertionError("closed before " + kind)));
  }

  /** Reads to the end; whatever came before it. */
  Optional<NetworkMessage> last() throws Exception {
    Optional<NetworkMessage> last = Optional.empty();
    for (Optional<NetworkMessage> m = next(); m.isPresent(); m = next()) {
      last = m;
    }
    return last;
  }

  static Handshake handshake(SigningKey key, Hash256 nonce) {
    return handshake(key, nonce, Network.DEVNET);
  }

  private static Handshake handshake(SigningKey key, Hash256 nonce, Network network) {
    return new Handshake(
        PeerHandshake.PROTOCOL_VERSION,
        network,
        TestPeer.GENESIS,
        key.publicKey(),
        null,
        System.currentTimeMillis(),
        List.of(),
        nonce);
  }

  /** Goes through the whole handshake as the side that dialled. */
  RawPeer join(SigningKey key) throws Exception {
    return join(key, Network.DEVNET);
  }

  RawPeer join(SigningKey key, Network network) throws Exception {
    PeerConfig config =
        new PeerConfig(
            network,
            TestPeer.GENESIS,
            key,
            Set.<PublicKey>of(),
            "127.0.0.1",
            0,
            null,
            List.of(),
            PeerLimits.DEFAULT);
    Hash256 nonce = new Hash256(System.nanoTime(), 7, 7, 7);
    PeerHandshake ours = new PeerHandshake(config, Direction.OUTBOUND, nonce, null, 0);
    send(handshake(key, nonce, network));
    Handshake theirs = next(Handshake.class);
    send(ours.ack(theirs));
    next(HandshakeAck.class);
    return this;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
