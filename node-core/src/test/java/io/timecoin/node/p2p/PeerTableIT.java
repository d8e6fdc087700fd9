package io.timecoin.node.p2p;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.p2p.PeerTable.Admission;
import io.timecoin.node.p2p.link.CloseReason;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.Direction;
import io.timecoin.node.p2p.link.LinkFaults;
import io.timecoin.node.p2p.link.LinkSetup;
import io.timecoin.node.p2p.link.PeerClock;
import io.timecoin.node.p2p.link.RemoteNode;
import io.timecoin.node.p2p.link.TrafficTotals;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The orders of events that timing alone seldom brings about. */
class PeerTableIT {
  private static final PublicKey ONE = TestPeer.key(1).publicKey();
  private static final PublicKey TWO = TestPeer.key(2).publicKey();
  private static final boolean ONE_IS_LOWER = ONE.compareTo(TWO) < 0;
  private static final PublicKey LOWER = ONE_IS_LOWER ? ONE : TWO;
  private static final PublicKey HIGHER = ONE_IS_LOWER ? TWO : ONE;

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final PeerTable lower = table(ONE_IS_LOWER ? 1 : 2);
  private final PeerTable higher = table(ONE_IS_LOWER ? 2 : 1);
  private final List<Connection> opened = new ArrayList<>();
  private ServerSocket server;
  private long ids;

  private static PeerTable table(int key) {
    return new PeerTable(TestPeer.config(key, Set.of(), List.of()));
  }

  @BeforeEach
  void listen() throws Exception {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws Exception {
    opened.forEach(connection -> connection.close(CloseReason.STOPPED));
    server.close();
    timer.shutdownNow();
  }

  private Connection connection(Direction direction) throws Exception {
    LinkSetup setup =
        new LinkSetup(
            1000,
            10,
            1000,
            Duration.ofSeconds(9),
            Duration.ofSeconds(9),
            Duration.ofSeconds(9),
            new LinkFaults(),
            timer,
            new Random(1),
            new TrafficTotals());
    Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
    Connection connection = new Connection(new PeerId(++ids), direction, socket, setup);
    opened.add(connection);
    return connection;
  }

  private static RemoteNode node(PublicKey key) {
    return new RemoteNode(key, false, null, 1, Instant.EPOCH, new PeerClock(0, 0));
  }

  @Test
  void ofTwoDialsThatCrossedBothKeepTheLowerKeysWhicheverEndsFirst() throws Exception {
    Connection dialOfLower = connection(Direction.OUTBOUND);
    Connection dialOfLowerAtHigher = connection(Direction.INBOUND);
    Connection dialOfHigher = connection(Direction.OUTBOUND);
    Connection dialOfHigherAtLower = connection(Direction.INBOUND);
    assertThat(lower.reserve(dialOfLower, HIGHER)).isTrue();
    assertThat(higher.reserve(dialOfHigher, LOWER)).isTrue();

    assertThat(lower.admit(dialOfHigherAtLower, node(HIGHER)))
        .isEqualTo(new Admission.Duplicate(dialOfLower));
    assertThat(lower.admit(dialOfLower, node(HIGHER)))
        .isEqualTo(new Admission.Admitted(null, null));

    assertThat(higher.admit(dialOfHigher, node(LOWER)))
        .isEqualTo(new Admission.Admitted(null, null));
    assertThat(higher.admit(dialOfLowerAtHigher, node(LOWER)))
        .isEqualTo(new Admission.Admitted(dialOfHigher, null));
    assertThat(lower.registered()).containsExactly(dialOfLower);
    assertThat(higher.registered()).containsExactly(dialOfLowerAtHigher);
  }

  @Test
  void higherKeysDialGivesWayToTheLowersThatWasThereFirst() throws Exception {
    Connection dialOfLowerAtHigher = connection(Direction.INBOUND);
    Connection dialOfHigher = connection(Direction.OUTBOUND);
    assertThat(higher.reserve(dialOfHigher, LOWER)).isTrue();
    higher.admit(dialOfLowerAtHigher, node(LOWER));
    assertThat(higher.admit(dialOfHigher, node(LOWER)))
        .isEqualTo(new Admission.Duplicate(dialOfLowerAtHigher));
  }

  @Test
  void diallerThatHasAConnectionDoesNotFinishAnother() throws Exception {
    Connection first = connection(Direction.INBOUND);
    lower.admit(first, node(HIGHER));
    assertThat(lower.reserve(connection(Direction.OUTBOUND), HIGHER)).isFalse();
    lower.remove(first);
    Connection second = connection(Direction.OUTBOUND);
    assertThat(lower.reserve(second, HIGHER)).isTrue();
    assertThat(lower.reserve(connection(Direction.OUTBOUND), HIGHER)).isFalse();
    lower.remove(second);
    assertThat(lower.reserve(connection(Direction.OUTBOUND), HIGHER)).isTrue();
  }

  @Test
  void finishedDialOfARestartedNodeReplacesItsOldOne() throws Exception {
    Connection old = connection(Direction.INBOUND);
    Connection fresh = connection(Direction.INBOUND);
    lower.admit(old, node(HIGHER));
    assertThat(lower.admit(fresh, node(HIGHER))).isEqualTo(new Admission.Admitted(old, null));
    lower.remove(old);
    assertThat(lower.registered()).containsExactly(fresh);
    assertThat(lower.find(old.id())).isEmpty();
  }
}
