package io.timecoin.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.protocol.NetworkMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QueryTimesTest {
  private static final NetworkMessage ANSWER =
      new NetworkMessage.UtxoStateResponse(List.of(), null);

  private final QueryTimes times = new QueryTimes();

  private Timing answer() {
    return times.timing(new Outgoing(ANSWER));
  }

  private static Timing answered(long sinceNanos) {
    return new Timing(Timing.Kind.ANSWER, sinceNanos);
  }

  @Test
  void answersAreTimedFromTheirQueriesInOrder() {
    times.asked(10);
    times.asked(20);
    assertThat(answer()).isEqualTo(answered(10));
    assertThat(answer()).isEqualTo(answered(20));
    assertThat(answer()).isNull();
  }

  @Test
  void aQueryThatWasRefusedHasNoAnswerToWaitFor() {
    times.asked(10);
    times.asked(20);
    times.refused();
    assertThat(answer()).isEqualTo(answered(10));
    assertThat(answer()).isNull();
  }

  @Test
  void pastTheBoundNoAnswerIsTakenForAnothersUntilAllAreThere() {
    for (int i = 0; i < 1_025; i++) {
      times.asked(i);
    }
    for (int i = 0; i < 1_024; i++) {
      assertThat(answer()).isEqualTo(answered(i));
    }
    times.asked(5_000);
    assertThat(answer()).as("of the query that was not timed").isNull();
    assertThat(answer()).as("asked while that was open").isNull();
    times.asked(6_000);
    assertThat(answer()).isEqualTo(answered(6_000));
  }

  @Test
  void notificationsAreTimedFromTheirCauseAndOthersNotAtAll() {
    assertThat(times.timing(new Outgoing(Messages.notification("s", 1), 7)))
        .isEqualTo(new Timing(Timing.Kind.NOTIFICATION, 7));
    assertThat(times.timing(new Outgoing(new NetworkMessage.Pong(1)))).isNull();
  }
}
