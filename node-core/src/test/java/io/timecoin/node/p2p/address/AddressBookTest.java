package io.timecoin.node.p2p.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressBookTest {
  private static final int MAX = 3;
  private final AddressBook book =
      new AddressBook(
          MAX, new Backoff(Duration.ofMillis(100), Duration.ofMillis(1000), new Random(7)));

  private static HostPort place(int i) {
    return new HostPort("node" + i, 24000);
  }

  private static PublicKey key(int i) {
    return new PublicKey(0, 0, 0, i);
  }

  private List<HostPort> due(long nowMs) {
    return book.takeDue(nowMs, 100, identity -> true);
  }

  @Test
  void everyAddressIsDueAtFirstAndOnlyOnceAtATime() {
    book.addSeed(place(1));
    book.learn(place(2));
    assertThat(due(0)).containsExactly(place(1), place(2));
    assertThat(due(1_000_000)).isEmpty();
  }

  @Test
  void failedAddressIsDueAgainAfterItsBackOff() {
    book.learn(place(1));
    due(0);
    book.failed(place(1), 1000);
    assertThat(due(1049)).isEmpty();
    assertThat(due(1100)).containsExactly(place(1));
  }

  @Test
  void backOffGrowsWithFailuresAndStartsAnewAfterAGoodConnection() {
    book.addSeed(place(1));
    for (int i = 0; i < 10; i++) {
      due(i * 10_000L);
      book.failed(place(1), i * 10_000L);
    }
    assertThat(due(90_499)).isEmpty();
    assertThat(due(91_000)).containsExactly(place(1));
    book.ended(place(1), 200_000);
    assertThat(due(200_100)).containsExactly(place(1));
  }

  @Test
  void identitySeenElsewhereMakesItsAddressesDue() {
    book.learn(place(1), key(1));
    due(0);
    book.failed(place(1), 1000);
    book.seen(key(1));
    assertThat(due(1000)).containsExactly(place(1));
  }

  @Test
  void unwantedIdentitiesAreLeftAlone() {
    book.learn(place(1), key(1));
    book.learn(place(2), key(2));
    book.learn(place(3));
    assertThat(book.takeDue(0, 100, identity -> !key(1).equals(identity)))
        .containsExactly(place(2), place(3));
  }

  @Test
  void mostLimitsHowManyAreTaken() {
    book.learn(place(1));
    book.learn(place(2));
    assertThat(book.takeDue(0, 1, identity -> true)).containsExactly(place(1));
  }

  @Test
  void ownAddressIsNeverDialledAgain() {
    book.addSeed(place(1));
    due(0);
    book.isSelf(place(1));
    book.failed(place(1), 0);
    assertThat(due(1_000_000)).isEmpty();
  }

  @Test
  void fullBookRefusesNewAddressesWhileTheOldOnesAreGood() {
    for (int i = 1; i <= MAX; i++) {
      assertThat(book.learn(place(i))).isTrue();
    }
    assertThat(book.learn(place(9))).isFalse();
    assertThat(book.learn(place(1))).isTrue();
    assertThat(book.size()).isEqualTo(MAX);
  }

  @Test
  void fullBookForgetsTheAddressThatFailedMost() {
    for (int i = 1; i <= MAX; i++) {
      book.learn(place(i));
    }
    due(0);
    book.failed(place(2), 0);
    assertThat(book.learn(place(9))).isTrue();
    assertThat(book.all()).containsExactly(place(1), place(3), place(9));
  }

  @Test
  void seedsComeOnTopAndStay() {
    book.addSeed(place(8));
    for (int i = 1; i <= MAX; i++) {
      assertThat(book.learn(place(i))).isTrue();
    }
    for (int i = 0; i < 100; i++) {
      book.failed(place(8), 0);
    }
    book.learn(place(9));
    assertThat(book.all()).contains(place(8));
    assertThat(book.isSeed(place(8))).isTrue();
  }

  @Test
  void learntAddressWhereNobodyEverAnsweredIsForgotten() {
    book.learn(place(1));
    book.learn(place(2), key(2));
    for (int i = 0; i < AddressBook.FAILURES_MAX; i++) {
      book.failed(place(1), 0);
      book.failed(place(2), 0);
    }
    assertThat(book.all()).containsExactly(place(2));
  }
}
