package io.timecoin.node.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.protocol.Health;
import io.timecoin.node.protocol.Reason;
import io.timecoin.node.protocol.Reason.Code;
import io.timecoin.node.protocol.StatusReport.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every reason, alone and together. */
final class VitalsTest {
  private static final Vitals.Quorum ALL = new Vitals.Quorum(7, 7, 5);
  private static final Vitals.Chain CURRENT = new Vitals.Chain(12, 12);

  private static Health health(Vitals.Quorum quorum, Vitals.Chain chain, Conditions conditions) {
    return new Vitals(Set.of(), true, true, 0, quorum, chain, conditions).health();
  }

  private static Health health(Set<String> halted, boolean member, boolean durable, int proofs) {
    return new Vitals(halted, member, durable, proofs, ALL, CURRENT, Conditions.GOOD).health();
  }

  private static void assertOnly(Health health, Code code, String words, String remedy) {
    assertThat(health.verdict()).isEqualTo(code.verdict());
    assertThat(health.ready()).isEqualTo(!code.hinders());
    assertThat(health.reasons()).extracting(Reason::code).containsExactly(code);
    assertThat(health.reasons().getFirst().message()).contains(words);
    assertThat(health.reasons().getFirst().remedy()).contains(remedy);
  }

  @Test
  void aNodeWithoutAReasonIsHealthyAndReady() {
    Health health = health(ALL, CURRENT, Conditions.GOOD);
    assertThat(health).isEqualTo(new Health(Verdict.HEALTHY, List.of()));
    assertThat(health.ready()).isTrue();
  }

  @Test
  void aHaltedNodeNamesItsCauseAndAsksForANewKey() {
    assertOnly(
        health(Set.of("two conflicting certificates"), true, true, 0),
        Code.HALTED,
        "two conflicting certificates",
        "new key");
  }

  @Test
  void everyCauseOfAHaltIsNamed() {
    assertThat(health(Set.of("one", "other"), true, true, 0).reasons())
        .extracting(Reason::message)
        .containsExactlyInAnyOrder("one", "other");
  }

  @Test
  void anObserverDoesNotVoteButServes() {
    Health health = health(Set.of(), false, true, 0);
    assertOnly(health, Code.OBSERVER, "not in the masternode set", "key-file");
    assertThat(health.ready()).isTrue();
  }

  @Test
  void aDiskThatRefusesIsNamedEvenBeforeItsWordsAreKnown() {
    assertOnly(health(Set.of(), true, false, 0), Code.DISK, "takes no writes", "Check the disk");
  }

  @Test
  void theDisksOwnWordsAndRemedyAreShown() {
    Conditions full =
        new Conditions(false, 0, new Conditions.DiskFault("no space left", "Free some space."));
    assertOnly(
        new Vitals(Set.of(), true, false, 0, ALL, CURRENT, full).health(),
        Code.DISK,
        "(no space left)",
        "Free some space.");
  }

  @Test
  void belowTheQuorumNothingBecomesFinal() {
    assertOnly(
        health(new Vitals.Quorum(4, 7, 5), CURRENT, Conditions.GOOD),
        Code.NO_QUORUM,
        "only 4 of 7 masternodes are connected, 5 are needed",
        "p2p-seeds");
  }

  @Test
  void aMissingMasternodeAboveTheQuorumIsNoHindrance() {
    assertOnly(
        health(new Vitals.Quorum(5, 7, 5), CURRENT, Conditions.GOOD),
        Code.MASTERNODES_MISSING,
        "2 of 7 masternodes are not connected",
        "Payments go on");
  }

  @Test
  void aNodeBehindTheChainSaysHowFar() {
    assertOnly(
        health(ALL, new Vitals.Chain(3, 9), Conditions.GOOD),
        Code.BEHIND,
        "3 of 9 blocks",
        "by itself");
  }

  @Test
  void aNodeThatIsAheadOfItsPeersIsNotBehind() {
    assertThat(health(ALL, new Vitals.Chain(9, 3), Conditions.GOOD).reasons()).isEmpty();
  }

  @Test
  void aFullQueueIsSaid() {
    assertOnly(
        health(ALL, CURRENT, new Conditions(true, 0, null)), Code.BUSY, "refused as busy", "load");
  }

  @Test
  void aClockThatIsOffIsSaidWithItsDirection() {
    long off = Vitals.CLOCK_TOLERANCE_MS + 1_000;
    assertOnly(
        health(ALL, CURRENT, new Conditions(false, off, null)), Code.CLOCK, "11 s ahead of", "NTP");
    assertOnly(
        health(ALL, CURRENT, new Conditions(false, -off, null)), Code.CLOCK, "11 s behind", "NTP");
    assertThat(
            health(ALL, CURRENT, new Conditions(false, Vitals.CLOCK_TOLERANCE_MS, null)).reasons())
        .isEmpty();
  }

  @Test
  void proofsAgainstMasternodesAreSaid() {
    assertOnly(health(Set.of(), true, true, 2), Code.EQUIVOCATION, "2 proofs", "tell the network");
  }

  @Test
  void theGravestReasonDecidesAndStandsFirst() {
    Health health =
        new Vitals(
                Set.of("forgot its votes"),
                true,
                false,
                1,
                new Vitals.Quorum(1, 7, 5),
                new Vitals.Chain(0, 1),
                new Conditions(true, 60_000, null))
            .health();
    assertThat(health.verdict()).isEqualTo(Verdict.NOT_VOTING);
    assertThat(health.ready()).isFalse();
    assertThat(health.reasons()).extracting(Reason::code).isSorted();
    assertThat(health.reasons())
        .extracting(Reason::code)
        .containsExactlyElementsOf(
            EnumSet.complementOf(
                EnumSet.of(Code.ENGINE_STOPPED, Code.OBSERVER, Code.MASTERNODES_MISSING)));
  }
}
