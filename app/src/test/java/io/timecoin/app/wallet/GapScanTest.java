package io.timecoin.app.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.wallet.keys.AccountKeys;
import io.timecoin.app.wallet.keys.ChainPosition;
import io.timecoin.app.wallet.keys.KeyChain;
import io.timecoin.app.wallet.keys.Positions;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GapScanTest {

  private static final int GAP = ChainPosition.GAP;
  private static final AccountKeys KEYS = AccountKeys.of(Network.DEVNET, new byte[64], 0);

  private static Address receive(int index) {
    return KEYS.addresses(KeyChain.RECEIVE, index + 1).getLast();
  }

  /** Asks until the scan is satisfied; gives back how often. */
  private static GapScan complete(Set<Address> paid, Set<Address> asked) {
    GapScan scan = GapScan.start(KEYS);
    while (!scan.wanted().isEmpty()) {
      List<Address> now = scan.wanted();
      assertThat(asked).doesNotContainAnyElementsOf(now);
      asked.addAll(now);
      scan = scan.told(now, now.stream().filter(paid::contains).toList());
    }
    return scan;
  }

  @Test
  void unusedAccountIsFoundUnusedAfterOneQuestion() {
    Set<Address> asked = new HashSet<>();
    assertThat(complete(Set.of(), asked).found()).isEqualTo(Positions.START);
    assertThat(asked).hasSize(2 * GAP);
  }

  @Test
  void lastAddressOfTheGapIsFoundAndTheOneAfterItIsNot() {
    Set<Address> within = Set.of(receive(3), receive(3 + GAP));
    assertThat(complete(within, new HashSet<>()).found().receive())
        .isEqualTo(new ChainPosition(4 + GAP, 4 + GAP));

    Set<Address> beyond = Set.of(receive(3), receive(4 + GAP));
    assertThat(complete(beyond, new HashSet<>()).found().receive())
        .isEqualTo(new ChainPosition(4, 4));
  }

  @Test
  void answersInPartsAndOutOfOrderAreTaken() {
    GapScan scan = GapScan.start(KEYS);
    List<Address> first = scan.wanted();
    scan = scan.told(first.subList(10, 2 * GAP), List.of(receive(12)));
    assertThat(scan.wanted()).hasSize(10 + 13).containsAll(first.subList(0, 10));
    scan = scan.told(first.subList(0, 10), List.of(receive(2)));
    assertThat(scan.wanted()).hasSize(13);
    assertThat(scan.found().receive().used()).isEqualTo(13);
  }

  @Test
  void strangersPaidAreIgnored() {
    Address stranger =
        AccountKeys.of(Network.DEVNET, new byte[64], 1).addresses(KeyChain.RECEIVE, 1).getFirst();
    assertThat(GapScan.start(KEYS).told(List.of(), List.of(stranger)).found())
        .isEqualTo(Positions.START);
  }

  @Test
  void whoClaimsThatEverythingWasPaidEndsTheSearchAtTheBound() {
    GapScan scan = GapScan.start(KEYS);
    int asked = 0;
    while (!scan.wanted().isEmpty()) {
      List<Address> now = scan.wanted();
      asked += now.size();
      scan = scan.told(now, now);
    }
    assertThat(asked).isEqualTo(2 * AccountKeys.ADDRESSES_MAX);
    assertThat(scan.found().change())
        .isEqualTo(new ChainPosition(AccountKeys.ADDRESSES_MAX, AccountKeys.ADDRESSES_MAX - 1));
    Keyring full = Keyring.empty(Network.DEVNET).withAccount(KEYS, scan.found());
    assertThat(full.receiveAddress()).isEqualTo(receive(AccountKeys.ADDRESSES_MAX - 1));
    assertThat(full.fresh()).isEmpty();
  }

  @Property(tries = 200)
  void everythingWithinGapsIsFound(
      @ForAll @Size(max = 8) List<@IntRange(min = 1, max = GAP) Integer> steps) {
    Set<Address> paid = new HashSet<>();
    List<Integer> indexes = new ArrayList<>();
    int at = -1;
    for (int step : steps) {
      at += step;
      indexes.add(at);
      paid.add(receive(at));
    }
    int used = indexes.isEmpty() ? 0 : indexes.getLast() + 1;
    assertThat(complete(paid, new HashSet<>()).found().receive())
        .isEqualTo(new ChainPosition(used, used));
  }
}
