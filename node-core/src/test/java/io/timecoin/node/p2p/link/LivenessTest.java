package io.timecoin.node.p2p.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private static final long MS = 1_000_000;
  private final Liveness liveness = new Liveness(Duration.ofMillis(100), Duration.ofMillis(500), 0);

  @Test
  void silentAfterTooLongWithoutAByte() {
    assertThat(liveness.isSilent(500 * MS)).isFalse();
    assertThat(liveness.isSilent(501 * MS)).isTrue();
    liveness.heard(501 * MS);
    assertThat(liveness.isSilent(1000 * MS)).isFalse();
  }

  @Test
  void silenceDoesNotCountWhileThisNodeKeepsThePeerWaiting() {
    liveness.neglect();
    assertThat(liveness.isSilent(10_000 * MS)).isFalse();
    liveness.attend(10_000 * MS);
    assertThat(liveness.isSilent(10_500 * MS)).isFalse();
    assertThat(liveness.isSilent(10_501 * MS)).isTrue();
  }

  @Test
  void pingsAreDueOneAPeriodEachWithItsOwnNonce() {
    assertThat(liveness.pingDue(0)).hasValue(1);
    assertThat(liveness.pingDue(99 * MS)).isEmpty();
    assertThat(liveness.pingDue(100 * MS)).hasValue(2);
  }

  @Test
  void roundTripIsFromPingToItsOwnPong() {
    OptionalLong nonce = liveness.pingDue(0);
    assertThat(liveness.pingMs()).isEmpty();
    liveness.pong(99, 1 * MS);
    assertThat(liveness.pingMs()).isEmpty();
    liveness.pong(nonce.getAsLong(), 3 * MS);
    assertThat(liveness.pingMs()).hasValue(3.0);
    liveness.pong(nonce.getAsLong(), 50 * MS);
    assertThat(liveness.pingMs()).hasValue(3.0);
  }

  @Test
  void hurriedPingIsDueAtOnce() {
    liveness.pingDue(0);
    liveness.hurry(1 * MS);
    assertThat(liveness.pingDue(1 * MS)).isPresent();
  }
}
