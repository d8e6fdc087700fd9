package io.timecoin.node.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.node.sim.Fault.Lie;
import io.timecoin.node.sim.Fault.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short form of {@code timekeeper sim}, and the runs that once found a defect. */
class SimulationTest {
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private static SeedLoop loop(SimProfile.Name profile, int nodes, int seeds)
      throws InterruptedException {
    SeedLoop loop = new SeedLoop(profile.of(nodes), 1, seeds, 3);
    loop.run(THREADS);
    return loop;
  }

  @Test
  void fiveHundredSeedsKeepEveryPromiseAndLeaveNothingUntried() throws InterruptedException {
    SeedLoop loop = loop(SimProfile.Name.MIXED, 7, 500);

    assertThat(loop.progress().failures()).isEmpty();
    assertThat(loop.progress().seeds()).isEqualTo(500);
    assertThat(loop.coverage().missing()).as("not exercised").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CALM, 7, 5",
    "STORM, 4, 20",
    "CRASHES, 4, 30",
    "LIES, 4, 20",
    "MIXED, 4, 40",
    "MIXED, 13, 8",
    "MIXED, 31, 1"
  })
  void everyProfileAndSizeKeepsEveryPromise(SimProfile.Name profile, int nodes, int seeds)
      throws InterruptedException {
    assertThat(loop(profile, nodes, seeds).progress().failures()).isEmpty();
  }

  @Test
  void theSameSeedIsTheSameRun() {
    List<String> first = trace(11);
    assertThat(first).hasSizeGreaterThan(1_000).isEqualTo(trace(11));
  }

  private static List<String> trace(long seed) {
    SimProfile profile = SimProfile.Name.MIXED.of(7);
    List<String> lines = new ArrayList<>();
    SimRun.run(seed, profile, SimRun.faults(seed, profile), lines::add);
    return lines;
  }

  /**
   * A masternode whose disk was full while its round of a block ended withheld its vote for ever:
   * with as many liars as may be, no block was decided any more.
   */
  @Test
  void whoCouldNotVoteOnABlockVotesLater() {
    keeps(58, List.of(new Fault.Weather(3440, 1099, 0, 39, 206), new Fault.FullDisk(2, 3805, 180)));
  }

  /**
   * A liar's two prevotes made a quorum for one node alone, which was locked then: the height
   * waited half a minute and more for that node's turn to propose.
   */
  @Test
  void whatOneNodeIsLockedOnIsProposedByAll() {
    List<Fault> faults = new ArrayList<>();
    for (int liar = 5; liar < 7; liar++) {
      for (Fault.Lie lie : Fault.Lie.values()) {
        if (lie != Fault.Lie.TWIN) {
          faults.add(new Fault.Lying(liar, lie));
        }
      }
    }
    faults.add(new Fault.Weather(2257, 569, 5, 7, 176));
    faults.add(new Fault.Weather(3603, 854, 8, 17, 204));
    faults.add(new Fault.Partition(3231, 854, Set.of(0, 2, 3, 4, 5, 6), Fault.Cut.ONE_WAY));
    for (long seed = 1; seed <= 10; seed++) {
      keeps(seed, faults);
    }
  }

  /**
   * The same with a liar of three prevotes: a twin proposed two blocks, and there is none at all.
   */
  @Test
  void whatOneNodeIsLockedOnIsProposedByAllHoweverOftenALiarVotes() {
    List<Fault> faults = new ArrayList<>();
    faults.add(new Fault.Crash(5, Point.BEFORE_WRITE, 20, 1271));
    faults.add(new Fault.Skew(2, 1807, 467));
    lying(
        faults,
        9,
        Lie.VOTE_BOTH_WAYS,
        Lie.REPLAY,
        Lie.BLOCK_VOTES,
        Lie.CLAIM_HEIGHT,
        Lie.FALSE_BLOCKS);
    lying(faults, 10, Lie.TWIN);
    lying(
        faults,
        11,
        Lie.COMMIT_UNPROVEN,
        Lie.FORGE,
        Lie.REPLAY,
        Lie.BLOCK_VOTES,
        Lie.CLAIM_HEIGHT,
        Lie.FALSE_BLOCKS);
    lying(faults, 12, Lie.VOTE_BOTH_WAYS, Lie.COMMIT_UNPROVEN, Lie.FORGE, Lie.REPLAY, Lie.ORPHANS);
    keeps(201_817, SimProfile.Name.MIXED.of(13), faults);
  }

  private static void lying(List<Fault> faults, int node, Lie... lies) {
    for (Lie lie : lies) {
      faults.add(new Fault.Lying(node, lie));
    }
  }

  private static void keeps(long seed, List<Fault> faults) {
    keeps(seed, SimProfile.Name.MIXED.of(7), faults);
  }

  private static void keeps(long seed, SimProfile profile, List<Fault> faults) {
    assertThatCode(() -> SimRun.run(seed, profile, faults, null)).doesNotThrowAnyException();
  }

  @Test
  void moreLiarsThanMayBeAreNoticed() {
    SimProfile most = SimProfile.Name.LIES.of(4);
    SimProfile tooMany = new SimProfile("broken", 4, 2, most.payments(), most.faults());
    assertThatThrownBy(
            () -> {
              for (long seed = 1; seed < 50; seed++) {
                List<Fault> twins =
                    List.of(
                        new Fault.Lying(2, Fault.Lie.TWIN),
                        new Fault.Lying(3, Fault.Lie.TWIN),
                        new Fault.DoubleSpend(1_000, 2),
                        new Fault.DoubleSpend(1_500, 2),
                        new Fault.DoubleSpend(2_000, 2));
                SimRun.run(seed, tooMany, twins, null);
              }
            })
        .isInstanceOf(Breach.class);
  }

  @Test
  void shrinkingLeavesOnlyWhatMatters() {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      faults.add(new Fault.FullDisk(i, i, i));
    }
    List<Fault> guilty = List.of(faults.get(3), faults.get(17), faults.get(18));

    assertThat(new Shrinker(some -> some.containsAll(guilty), 500).shrink(faults))
        .isEqualTo(guilty);
    assertThat(new Shrinker(_ -> true, 500).shrink(faults)).isEmpty();
    assertThat(new Shrinker(_ -> false, 500).shrink(faults)).isEqualTo(faults);
  }
}
