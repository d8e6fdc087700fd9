package io.timecoin.node.cli.chaos.check;

import static io.timecoin.node.cli.chaos.check.Story.coin;
import static io.timecoin.node.cli.chaos.check.Story.confirmed;
import static io.timecoin.node.cli.chaos.check.Story.finalized;
import static io.timecoin.node.cli.chaos.check.Story.locked;
import static io.timecoin.node.cli.chaos.check.Story.pending;
import static io.timecoin.node.cli.chaos.check.Story.tx;
import static io.timecoin.node.cli.chaos.check.Story.utxo;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.utxo.UtxoState;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each rule against histories that keep it and histories that break it. */
class RulesTest {
  private static final OutPoint COIN = coin(1);
  private static final Txid ONE = tx(1);
  private static final Txid OTHER = tx(2);
  private static final int NODES = 2;

  private final Story story = new Story();

  private List<String> broken(Rule rule) {
    return rule.broken(story.events());
  }

  @Nested
  class NoConflict {
    private List<String> broken() {
      return RulesTest.this.broken(new NoConflictRule());
    }

    @Test
    void sameSpenderAtEveryNodeIsInOrder() {
      story.notified(0, 1, 1, COIN, finalized(ONE)).notified(1, 1, 1, COIN, confirmed(ONE));
      assertThat(broken()).isEmpty();
    }

    @Test
    void locksOfDifferentPaymentsAreInOrder() {
      story.notified(0, 1, 1, COIN, locked(ONE)).notified(1, 1, 1, COIN, pending(OTHER));
      assertThat(broken()).isEmpty();
    }

    @Test
    void differentFinalSpendersAtTwoNodesAreFound() {
      story.notified(0, 1, 1, COIN, finalized(ONE)).notified(1, 1, 1, COIN, finalized(OTHER));
      assertThat(broken()).singleElement().asString().contains(ONE.toString(), OTHER.toString());
    }

    @Test
    void finalSpenderInASnapshotCounts() {
      story.subscribed(0, 1, 1, utxo(COIN, finalized(ONE), 5)).stood(1, COIN, confirmed(OTHER));
      assertThat(broken()).hasSize(1);
    }

    @Test
    void paymentsOfOneCoinThatNodesCallFinalAreFound() {
      story
          .rival(ONE, COIN)
          .rival(OTHER, COIN)
          .status(0, ONE, TransactionPhase.FINAL)
          .found(1, OTHER, TransactionPhase.CONFIRMED);
      assertThat(broken()).hasSize(1);
    }

    @Test
    void rejectedRivalIsInOrder() {
      story
          .rival(ONE, COIN)
          .rival(OTHER, COIN)
          .status(0, ONE, TransactionPhase.FINAL)
          .status(0, OTHER, TransactionPhase.REJECTED);
      assertThat(broken()).isEmpty();
    }
  }

  @Nested
  class FinalForever {
    private List<String> broken() {
      return RulesTest.this.broken(new FinalForeverRule());
    }

    @Test
    void confirmationByTheSamePaymentIsInOrder() {
      story
          .notified(0, 1, 1, COIN, finalized(ONE))
          .notified(0, 1, 2, COIN, finalized(ONE), confirmed(ONE))
          .lost(0, 1)
          .subscribed(0, 2, 1, utxo(COIN, confirmed(ONE), 5));
      assertThat(broken()).isEmpty();
    }

    @Test
    void otherNodeMayStillLockTheCoin() {
      story.notified(0, 1, 1, COIN, finalized(ONE)).notified(1, 1, 1, COIN, locked(OTHER));
      assertThat(broken()).isEmpty();
    }

    @Test
    void finalCoinThatIsFreeAgainAfterAReconnectIsFound() {
      story
          .notified(0, 1, 1, COIN, finalized(ONE))
          .lost(0, 1)
          .subscribed(0, 2, 1, utxo(COIN, UtxoState.UNSPENT, 5));
      assertThat(broken()).singleElement().asString().contains("node 1", "Unspent");
    }

    @Test
    void confirmationByAnotherPaymentIsFound() {
      story.notified(0, 1, 1, COIN, finalized(ONE)).stood(0, COIN, confirmed(OTHER));
      assertThat(broken()).hasSize(1);
    }

    @Test
    void confirmedCoinThatIsOnlyFinalAgainIsFound() {
      story.notified(0, 1, 1, COIN, confirmed(ONE)).stood(0, COIN, finalized(ONE));
      assertThat(broken()).hasSize(1);
    }

    @Test
    void changeThatStartsFromALockAfterFinalityIsFound() {
      story
          .notified(0, 1, 1, COIN, finalized(ONE))
          .notified(0, 1, 2, COIN, locked(ONE), finalized(ONE));
      assertThat(broken()).hasSize(1);
    }

    @Test
    void finalPaymentThatIsRejectedOrOpenAgainIsFound() {
      story
          .status(0, ONE, TransactionPhase.FINAL)
          .status(0, ONE, TransactionPhase.CONFIRMED)
          .status(0, ONE, TransactionPhase.REJECTED)
          .status(0, OTHER, TransactionPhase.FINAL)
          .found(0, OTHER, TransactionPhase.PREPARING);
      assertThat(broken()).hasSize(2);
    }
  }

  @Nested
  class Sequence {
    private List<String> broken() {
      return RulesTest.this.broken(new SequenceRule());
    }

    @Test
    void numbersThatFollowTheSnapshotAreInOrder() {
      story
          .subscribed(0, 1, 5)
          .notified(0, 1, 5, COIN, locked(ONE))
          .subscribed(1, 1, 1)
          .notified(0, 1, 6, COIN, pending(ONE))
          .notified(1, 1, 1, COIN, locked(ONE))
          .lost(0, 1)
          .subscribed(0, 2, 1)
          .notified(0, 2, 1, COIN, finalized(ONE));
      assertThat(broken()).isEmpty();
    }

    @Test
    void newSnapshotMayLeapAhead() {
      story
          .subscribed(0, 1, 1)
          .notified(0, 1, 1, COIN, locked(ONE))
          .subscribed(0, 1, 90)
          .notified(0, 1, 90, COIN, pending(ONE));
      assertThat(broken()).isEmpty();
    }

    @Test
    void gapIsFound() {
      story.subscribed(0, 1, 1).notified(0, 1, 2, COIN, locked(ONE));
      assertThat(broken()).singleElement().asString().contains("number 2 where 1");
    }

    @Test
    void repeatedNumberIsFound() {
      story
          .subscribed(0, 1, 1)
          .notified(0, 1, 1, COIN, locked(ONE))
          .notified(0, 1, 1, COIN, pending(ONE));
      assertThat(broken()).hasSize(1);
    }

    @Test
    void snapshotThatGoesBackIsFound() {
      story.subscribed(0, 1, 8).subscribed(0, 1, 7);
      assertThat(broken()).hasSize(1);
    }

    @Test
    void notificationBeforeAnySnapshotIsFound() {
      story.notified(0, 1, 1, COIN, locked(ONE));
      assertThat(broken()).hasSize(1);
    }
  }

  @Nested
  class SameState {
    private List<String> broken() {
      return RulesTest.this.broken(new SameStateRule(NODES));
    }

    @Test
    void sameHashAtEachHeightIsInOrder() {
      story.told(0, 1, 11).told(1, 1, 11).told(0, 2, 22);
      assertThat(broken()).isEmpty();
    }

    @Test
    void differentHashesAtOneHeightAreFoundHoweverLate() {
      story.told(0, 1, 11).told(0, 2, 22).told(1, 1, 12);
      assertThat(broken()).singleElement().asString().contains("height 1");
    }

    @Test
    void proofsOfContradictionAreFoundOnceANode() {
      story.told(0, 1, 11, 1).told(0, 2, 22, 2).told(1, 1, 11, 0);
      assertThat(RulesTest.this.broken(new HonestyRule())).containsExactly("node 1 holds 2 proofs");
    }
  }

  @Nested
  class AtTheEnd {
    private final Economy economy = new Economy(100, 7, 1_000);

    @Test
    void settledNetworkIsInOrderAndAnUnsettledOneIsFound() {
      assertThat(broken(new SettledRule())).hasSize(1);
      story.reached(Event.Stage.SETTLED);
      assertThat(broken(new SettledRule())).isEmpty();
    }

    @Test
    void acceptedPaymentHasToBeFinalAtEveryNode() {
      story.honest(ONE, COIN).accepted(0, ONE).found(0, ONE, TransactionPhase.CONFIRMED);
      assertThat(broken(new AcceptedFinalRule(NODES)))
          .singleElement()
          .asString()
          .contains("at nodes [2]");
      story.found(1, ONE, TransactionPhase.FINAL);
      assertThat(broken(new AcceptedFinalRule(NODES))).isEmpty();
    }

    @Test
    void acceptedPaymentThatIsOpenOrUnknownSomewhereIsFound() {
      story
          .honest(ONE, COIN)
          .accepted(0, ONE)
          .found(0, ONE, TransactionPhase.COMMITTING)
          .found(1, ONE, null);
      assertThat(broken(new AcceptedFinalRule(NODES)))
          .singleElement()
          .asString()
          .contains("[1, 2]");
    }

    @Test
    void rivalsAndPaymentsNobodyAcceptedNeedNotBeFinal() {
      story.rival(ONE, COIN).accepted(0, ONE).honest(OTHER, coin(2)).offered(0, OTHER);
      assertThat(broken(new AcceptedFinalRule(NODES))).isEmpty();
    }

    @Test
    void freeAndSpentCoinsAreInOrder() {
      story
          .notified(0, 1, 1, COIN, locked(ONE))
          .stood(0, COIN, confirmed(ONE))
          .held(0, 1, utxo(coin(2), UtxoState.UNSPENT, 5))
          .held(1, 1);
      assertThat(broken(new LocksEndRule(NODES))).isEmpty();
    }

    @Test
    void lockThatIsLeftIsFound() {
      story.stood(0, COIN, locked(ONE)).held(0, 1).held(1, 1, utxo(coin(2), pending(OTHER), 5));
      assertThat(broken(new LocksEndRule(NODES))).hasSize(2);
    }

    @Test
    void nodeThatDoesNotShowItsCoinsIsFound() {
      story.held(0, 1, utxo(COIN, UtxoState.UNSPENT, 107));
      assertThat(broken(new LocksEndRule(NODES))).hasSize(1);
      assertThat(broken(new ValueRule(NODES, economy))).hasSize(1);
    }

    @Test
    void freeCoinsAreAllTheMoneyThereMustBe() {
      story
          .held(0, 2, utxo(COIN, UtxoState.UNSPENT, 114), utxo(coin(2), confirmed(ONE), 50))
          .held(1, 2, utxo(COIN, UtxoState.UNSPENT, 114));
      assertThat(broken(new ValueRule(NODES, economy))).isEmpty();
    }

    @Test
    void moneyThatIsMissingOrTooMuchIsFound() {
      story
          .held(0, 2, utxo(COIN, UtxoState.UNSPENT, 113))
          .held(1, 2, utxo(COIN, UtxoState.UNSPENT, 115));
      assertThat(broken(new ValueRule(NODES, economy)))
          .containsExactly(
              "node 1 holds 113 units at height 2, not 114",
              "node 2 holds 115 units at height 2, not 114");
    }

    @Test
    void noMoreMoneyIsMadeThanTheCapAllows() {
      assertThat(economy.unitsAt(1_000)).isEqualTo(1_000);
    }
  }
}
