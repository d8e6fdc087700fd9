package io.timecoin.node.p2p.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.protocol.NetworkMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageRatesTest {
  private static final NetworkMessage QUERY = new NetworkMessage.UtxoStateQuery(List.of(), null);

  @Test
  void queriesPastTheRateOfAStrangerAreRefusedUntilTimePasses() {
    MessageRates rates = MessageRates.ofOther(1000, 100, 0);
    for (int i = 0; i < 100; i++) {
      assertThat(rates.refuses(QUERY, 0)).isFalse();
    }
    assertThat(rates.refuses(QUERY, 0)).isTrue();
    assertThat(rates.delayMs(QUERY, 0)).isZero();
    assertThat(rates.refuses(QUERY, 10)).isFalse();
  }

  @Test
  void masternodeIsSlowedDownAndNeverRefused() {
    MessageRates rates = MessageRates.ofMember(100, 0);
    for (int i = 0; i < 100; i++) {
      assertThat(rates.delayMs(QUERY, 0)).isZero();
    }
    assertThat(rates.refuses(QUERY, 0)).isFalse();
    assertThat(rates.delayMs(QUERY, 0)).isPositive();
  }
}
