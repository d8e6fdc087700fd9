package io.timecoin.node.runtime.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.p2p.PeerListener;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PeerHeightsTest {
  private static final PeerId PEER = new PeerId(1);
  private static final Hash256 HASH = Hash256.of(new byte[Hash256.BYTES]);

  private final List<NetworkMessage> passedOn = new ArrayList<>();
  private final PeerHeights heights =
      new PeerHeights(
          new PeerListener() {
            @Override
            public void connected(PeerId peer, PublicKey identity) {}

            @Override
            public void disconnected(PeerId peer) {}

            @Override
            public Optional<String> received(PeerId peer, NetworkMessage message) {
              passedOn.add(message);
              return Optional.of("heard");
            }
          });

  @Test
  void peersHeightIsWhatItSaidLastUntilItLeaves() {
    assertThat(heights.of(PEER)).isEmpty();
    heights.received(PEER, new NetworkMessage.ChainStatus(3, HASH));
    heights.received(PEER, new NetworkMessage.Blocks(List.of(), 5, null));
    assertThat(heights.of(PEER)).hasValue(5);
    heights.disconnected(PEER);
    assertThat(heights.of(PEER)).isEmpty();
  }

  @Test
  void everythingIsHandedOnAndItsAnswerHandedBack() {
    NetworkMessage status = new NetworkMessage.ChainStatus(3, HASH);
    assertThat(heights.received(PEER, status)).hasValue("heard");
    assertThat(passedOn).containsExactly(status);
  }
}
