package io.timecoin.node.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final MessageCodec CODEC = new MessageCodec();
  private static final String NOTICE = "notice";
  private static final long SECOND = 1_000_000_000L;

  private final List<String> told = new ArrayList<>();
  private final GatewayCounters counters =
      new GatewayCounters(
          new GatewayTimes() {
            @Override
            public void notified(long nanos) {
              told.add("notified");
            }

            @Override
            public void answered(long nanos) {
              told.add("answered");
            }
          });
  private final Socket socket = new Socket();
  private Outbox outbox = outbox(5, 1 << 20, 1 << 20);

  /** Takes buffers, and writes them when the test says so. */
  private static final class Socket implements Outbox.Wire {
    private final Queue<ByteBuffer> buffers = new ArrayDeque<>();
    private final List<String> texts = new ArrayList<>();

    @Override
    public boolean put(ByteBuffer buffer, boolean wake) {
      buffers.add(buffer);
      return true;
    }

    @Override
    public Set<String> subscriberIds() {
      return Set.of("s");
    }

    /** Writes one buffer; whether that calls for snapshots. */
    boolean write(Outbox outbox) {
      ByteBuffer buffer = buffers.remove();
      int size = buffer.remaining();
      while (buffer.hasRemaining()) {
        int first = buffer.get(buffer.position() + 1);
        int header = first < 126 ? 2 : first == 126 ? 4 : 10;
        int length =
            switch (header) {
              case 2 -> first;
              case 4 -> buffer.getShort(buffer.position() + 2) & 0xffff;
              default -> (int) buffer.getLong(buffer.position() + 2);
            };
        byte[] text = new byte[length];
        buffer.position(buffer.position() + header).get(text);
        texts.add(new String(text, UTF_8));
      }
      return outbox.written(buffer, size);
    }
  }

  private Outbox outbox(int messages, int bytes, int snapshotBytes) {
    ByteBuffer notice = ByteBuffer.allocate(20);
    notice.put((byte) 0x81).put((byte) NOTICE.length()).put(NOTICE.getBytes(UTF_8)).flip();
    return new Outbox(
        new GatewayLimits.Outbound(messages, bytes, snapshotBytes, Duration.ofSeconds(1)),
        counters,
        notice,
        socket);
  }

  private void send(NetworkMessage message) {
    outbox.offer(new Outgoing(message), null, 0);
  }

  private void sendNotifications(int from, int to) {
    for (int seq = from; seq <= to; seq++) {
      send(Messages.notification("s", seq));
    }
  }

  private void encode() {
    outbox.encodeSome(CODEC, 0);
  }

  private static String text(long seq) {
    return CODEC.encodeText(Messages.notification("s", seq));
  }

  @Test
  void pumpIsToldOnceForMessagesThatWaitTogether() {
    assertThat(outbox.offer(new Outgoing(new NetworkMessage.Pong(1)), null, 0)).isTrue();
    assertThat(outbox.offer(new Outgoing(new NetworkMessage.Pong(2)), null, 0)).isFalse();
    encode();
    assertThat(outbox.offer(new Outgoing(new NetworkMessage.Pong(3)), null, 0)).isTrue();
  }

  @Test
  void timesAreToldWhenTheBufferHasLeftAndNotForWhatIsDropped() {
    offerTimed(1, Timing.Kind.NOTIFICATION);
    offerTimed(2, Timing.Kind.ANSWER);
    encode();
    assertThat(told).isEmpty();
    socket.write(outbox);
    assertThat(told).containsExactly("notified");
    outbox.close();
    socket.write(outbox);
    assertThat(told).containsExactly("notified", "answered");
    offerTimed(3, Timing.Kind.ANSWER);
    assertThat(told).hasSize(2);
  }

  private void offerTimed(long nonce, Timing.Kind kind) {
    outbox.offer(new Outgoing(new NetworkMessage.Pong(nonce)), new Timing(kind, 0), 0);
  }

  @Test
  void whatWaitsBehindABufferLeavesInOne() {
    sendNotifications(1, 4);
    encode();
    socket.write(outbox);
    assertThat(socket.buffers).hasSize(1);
    socket.write(outbox);
    assertThat(socket.texts).containsExactly(text(1), text(2), text(3), text(4));
    assertThat(counters.get(GatewayCounter.MESSAGES_OUT)).isEqualTo(4);
    assertThat(outbox.inFlight()).isNull();
  }

  @Test
  void messagesInFlightCount() {
    sendNotifications(1, 1);
    encode();
    sendNotifications(2, 5);
    encode();
    assertThat(counters.get(GatewayCounter.RESYNCS)).isZero();
    sendNotifications(6, 6);
    assertThat(counters.get(GatewayCounter.RESYNCS)).isOne();
    assertThat(counters.get(GatewayCounter.DROPPED)).isEqualTo(5);
  }

  @Test
  void messagesThatThePumpHasNotSeenYetCount() {
    sendNotifications(1, 6);
    assertThat(counters.get(GatewayCounter.RESYNCS)).isOne();
    encode();
    assertThat(socket.write(outbox)).isTrue();
    assertThat(socket.texts).containsExactly(NOTICE);
  }

  @Test
  void noticeFollowsWhatIsInFlightAndNothingElseDoes() {
    sendNotifications(1, 1);
    encode();
    sendNotifications(2, 9);
    encode();
    assertThat(socket.write(outbox)).isFalse();
    sendNotifications(10, 10);
    encode();
    assertThat(socket.write(outbox)).isTrue();
    assertThat(socket.texts).containsExactly(text(1), NOTICE);
  }

  @Test
  void bytesAreLimitedToo() {
    outbox = outbox(1_000, 3 * text(1).length(), 1 << 20);
    sendNotifications(1, 2);
    encode();
    assertThat(counters.get(GatewayCounter.RESYNCS)).isZero();
    sendNotifications(3, 3);
    encode();
    assertThat(counters.get(GatewayCounter.RESYNCS)).isOne();
  }

  @Test
  void oneMessageAloneMayBeLargerThanTheQueue() {
    outbox = outbox(1_000, 10, 10);
    send(Messages.confirmed("s", 1));
    sendNotifications(1, 1);
    encode();
    assertThat(counters.get(GatewayCounter.RESYNCS)).isZero();
    assertThat(outbox.isTooSlow(0)).isFalse();
  }

  @Test
  void snapshotsDoNotUseTheRoomOfMessages() {
    sendNotifications(1, 5);
    send(Messages.confirmed("s", 1));
    encode();
    assertThat(counters.get(GatewayCounter.RESYNCS)).isZero();
  }

  @Test
  void tooManySnapshotsEndTheClient() {
    outbox = outbox(5, 1 << 20, 500);
    for (int i = 0; i < 5; i++) {
      send(Messages.confirmed("s", 1));
    }
    encode();
    assertThat(outbox.isTooSlow(0)).isTrue();
  }

  @Test
  void notificationsOlderThanTheNewSnapshotAreDropped() {
    sendNotifications(1, 6);
    encode();
    socket.write(outbox);
    sendNotifications(7, 8);
    send(Messages.notification("other", 1));
    send(Messages.confirmed("s", 1));
    sendNotifications(1, 1);
    encode();
    socket.write(outbox);
    socket.write(outbox);
    assertThat(socket.texts)
        .containsExactly(
            NOTICE,
            CODEC.encodeText(Messages.notification("other", 1)),
            CODEC.encodeText(Messages.confirmed("s", 1)),
            text(1));
  }

  @Test
  void noticeThatIsNotReadInTimeEndsTheClient() {
    sendNotifications(1, 6);
    encode();
    assertThat(outbox.isTooSlow(SECOND)).isFalse();
    assertThat(outbox.isTooSlow(SECOND + 1)).isTrue();
  }

  @Test
  void fallingBehindAgainBeforeCatchingUpEndsTheClient() {
    sendNotifications(1, 6);
    encode();
    socket.write(outbox);
    send(Messages.confirmed("s", 1));
    sendNotifications(1, 6);
    assertThat(outbox.isTooSlow(0)).isTrue();
    assertThat(counters.get(GatewayCounter.RESYNCS)).isOne();
  }

  @Test
  void fallingBehindAgainAfterCatchingUpIsAnotherResync() {
    sendNotifications(1, 6);
    encode();
    socket.write(outbox);
    send(Messages.confirmed("s", 1));
    encode();
    socket.write(outbox);
    sendNotifications(1, 6);
    assertThat(outbox.isTooSlow(0)).isFalse();
    assertThat(counters.get(GatewayCounter.RESYNCS)).isEqualTo(2);
  }

  @Test
  void nothingIsTakenAfterTheEnd() {
    outbox.close();
    assertThat(outbox.offer(new Outgoing(new NetworkMessage.Pong(1)), null, 0)).isFalse();
    encode();
    assertThat(socket.buffers).isEmpty();
  }
}
