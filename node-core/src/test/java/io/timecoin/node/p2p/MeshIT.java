package io.timecoin.node.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.protocol.NetworkMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeshIT {
  private static final int NODES = 7;
  private static final Set<PublicKey> MEMBERS =
      IntStream.range(0, NODES)
          .mapToObj(i -> TestPeer.key(i).publicKey())
          .collect(Collectors.toSet());

  private final List<TestPeer> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(TestPeer::close);
  }

  private void startAll(PeerLimits limits) throws Exception {
    List<String> seeds = List.of();
    for (int i = 0; i < NODES; i++) {
      nodes.add(TestPeer.started(TestPeer.config(i, Network.DEVNET, MEMBERS, 0, seeds, limits)));
      seeds = List.of(nodes.getFirst().address());
    }
  }

  private boolean isFullMesh() {
    return nodes.stream()
        .allMatch(
            node ->
                node.peers().stream().map(PeerView::identity).distinct().count() == NODES - 1
                    && node.peers().size() == NODES - 1);
  }

  @Test
  void sevenNodesThatKnowOneSeedBecomeAFullMesh() throws Exception {
    startAll(TestPeer.QUICK);
    await().atMost(Duration.ofSeconds(30)).until(this::isFullMesh);
    await().during(Duration.ofMillis(500)).until(this::isFullMesh);
    assertThat(nodes.getLast().peers())
        .allSatisfy(
            peer -> {
              assertThat(peer.member()).isTrue();
              assertThat(peer.listenAddress()).startsWith("127.0.0.1:");
            });
  }

  @Test
  void virtualThreadsDoTheSame() throws Exception {
    startAll(TestPeer.QUICK.withVirtualThreads(true));
    await().atMost(Duration.ofSeconds(30)).until(this::isFullMesh);
    nodes.getFirst().manager.sendToAll(new NetworkMessage.GetStatus("to all"));
    await().until(() -> nodes.stream().skip(1).allMatch(node -> node.received.size() == 1));
  }

  @Test
  void nodeThatRestartsOnItsPortIsConnectedToAllAgain() throws Exception {
    startAll(TestPeer.QUICK);
    await().atMost(Duration.ofSeconds(30)).until(this::isFullMesh);
    int port = nodes.getLast().manager.port();
    nodes.removeLast().close();
    await().until(() -> nodes.stream().allMatch(node -> node.peers().size() == NODES - 2));
    nodes.add(
        TestPeer.started(
            TestPeer.config(NODES - 1, Network.DEVNET, MEMBERS, port, List.of(), TestPeer.QUICK)));
    await().atMost(Duration.ofSeconds(30)).until(this::isFullMesh);
  }
}
