package io.timecoin.node.utxo;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Txid;
import io.timecoin.node.samples.SmallNetwork;
import io.timecoin.node.utxo.Transition.Changed;
import io.timecoin.node.utxo.Transition.Reason;
import io.timecoin.node.utxo.Transition.Refused;
import io.timecoin.node.utxo.UtxoState.Confirmed;
import io.timecoin.node.utxo.UtxoState.Locked;
import io.timecoin.node.utxo.UtxoState.SpentFinalized;
import io.timecoin.node.utxo.UtxoState.SpentPending;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** protocol.md 3, read as a table: five states by five causes, of the holder or of another. */
class UtxoTransitionsTest {
  private static final Txid HOLDER = SmallNetwork.txid("holder");
  private static final Txid OTHER = SmallNetwork.txid("other");

  private static final UtxoState UNSPENT = UtxoState.UNSPENT;
  private static final UtxoState LOCKED = new Locked(HOLDER, 10);
  private static final UtxoState PENDING = new SpentPending(HOLDER, 3, 7, 20);
  private static final UtxoState FINAL = new SpentFinalized(HOLDER, 30, 5);
  private static final UtxoState CONFIRMED = new Confirmed(HOLDER, 4, 40);

  private static TransitionCause lock(Txid txid) {
    return new TransitionCause.Lock(txid, 11);
  }

  private static TransitionCause approval(Txid txid, int votes) {
    return new TransitionCause.Approval(txid, votes, 7, 21);
  }

  private static TransitionCause finality(Txid txid) {
    return new TransitionCause.Finality(txid, 5, 31);
  }

  private static TransitionCause inclusion(Txid txid) {
    return new TransitionCause.Inclusion(txid, 9, 41);
  }

  private static TransitionCause release(Txid txid) {
    return new TransitionCause.Release(txid);
  }

  static Stream<Arguments> table() {
    Transition notFromHere = new Refused(Reason.NOT_FROM_THIS_STATE);
    Transition already = new Refused(Reason.ALREADY_FINAL);
    return Stream.of(
        Arguments.of(UNSPENT, lock(HOLDER), new Changed(new Locked(HOLDER, 11))),
        Arguments.of(UNSPENT, approval(HOLDER, 1), notFromHere),
        Arguments.of(UNSPENT, finality(HOLDER), notFromHere),
        Arguments.of(UNSPENT, inclusion(HOLDER), notFromHere),
        Arguments.of(UNSPENT, release(HOLDER), notFromHere),
        Arguments.of(LOCKED, lock(HOLDER), notFromHere),
        Arguments.of(LOCKED, approval(HOLDER, 1), new Changed(new SpentPending(HOLDER, 1, 7, 21))),
        Arguments.of(LOCKED, finality(HOLDER), notFromHere),
        Arguments.of(LOCKED, inclusion(HOLDER), notFromHere),
        Arguments.of(LOCKED, release(HOLDER), new Changed(UNSPENT)),
        Arguments.of(PENDING, lock(HOLDER), notFromHere),
        Arguments.of(PENDING, approval(HOLDER, 4), new Changed(new SpentPending(HOLDER, 4, 7, 20))),
        Arguments.of(PENDING, approval(HOLDER, 3), new Refused(Reason.VOTES_DID_NOT_GROW)),
        Arguments.of(PENDING, finality(HOLDER), new Changed(new SpentFinalized(HOLDER, 31, 5))),
        Arguments.of(PENDING, inclusion(HOLDER), notFromHere),
        Arguments.of(PENDING, release(HOLDER), new Changed(UNSPENT)),
        Arguments.of(FINAL, lock(HOLDER), already),
        Arguments.of(FINAL, approval(HOLDER, 6), already),
        Arguments.of(FINAL, finality(HOLDER), already),
        Arguments.of(FINAL, inclusion(HOLDER), new Changed(new Confirmed(HOLDER, 9, 41))),
        Arguments.of(FINAL, release(HOLDER), already),
        Arguments.of(CONFIRMED, lock(HOLDER), already),
        Arguments.of(CONFIRMED, approval(HOLDER, 7), already),
        Arguments.of(CONFIRMED, finality(HOLDER), already),
        Arguments.of(CONFIRMED, inclusion(HOLDER), already),
        Arguments.of(CONFIRMED, release(HOLDER), already));
  }

  @ParameterizedTest
  @MethodSource("table")
  void stateAndCauseLeadWhereTheTableSays(
      UtxoState state, TransitionCause cause, Transition expected) {
    assertThat(UtxoTransitions.apply(state, cause)).isEqualTo(expected);
  }

  @Test
  void anotherTransactionMovesNothingThatIsHeld() {
    for (UtxoState held : List.of(LOCKED, PENDING, FINAL, CONFIRMED)) {
      for (TransitionCause cause :
          List.of(
              lock(OTHER), approval(OTHER, 7), finality(OTHER), inclusion(OTHER), release(OTHER))) {
        assertThat(UtxoTransitions.apply(held, cause))
            .isEqualTo(new Refused(Reason.HELD_BY_ANOTHER));
      }
    }
  }

  @Property(tries = 300)
  void whatIsFinalStaysWithItsSpenderForEver(@ForAll("causes") List<TransitionCause> causes) {
    UtxoState state = UNSPENT;
    List<UtxoState> walked = new ArrayList<>();
    for (TransitionCause cause : causes) {
      if (UtxoTransitions.apply(state, cause) instanceof Changed changed) {
        state = changed.state();
        walked.add(state);
      }
    }

    int firstFinal = indexOfFinal(walked);
    if (firstFinal >= 0) {
      Txid spender = spender(walked.get(firstFinal));
      assertThat(walked.subList(firstFinal, walked.size()))
          .allMatch(later -> isFinal(later) && spender(later).equals(spender))
          .hasSizeLessThanOrEqualTo(2);
    }
  }

  @Provide
  Arbitrary<List<TransitionCause>> causes() {
    Arbitrary<Txid> txid = Arbitraries.of(HOLDER, OTHER);
    Arbitrary<Integer> votes = Arbitraries.integers().between(0, 7);
    Arbitrary<TransitionCause> cause =
        Combinators.combine(txid, votes, Arbitraries.integers().between(0, 4))
            .as(
                (id, count, kind) ->
                    switch (kind) {
                      case 0 -> lock(id);
                      case 1 -> approval(id, count);
                      case 2 -> finality(id);
                      case 3 -> inclusion(id);
                      default -> release(id);
                    });
    return cause.list().ofMaxSize(30);
  }

  private static int indexOfFinal(List<UtxoState> walked) {
    for (int i = 0; i < walked.size(); i++) {
      if (isFinal(walked.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isFinal(UtxoState state) {
    return state instanceof SpentFinalized || state instanceof Confirmed;
  }

  private static Txid spender(UtxoState state) {
    return switch (state) {
      case SpentFinalized f -> f.txid();
      case Confirmed c -> c.txid();
      case Locked l -> l.txid();
      case SpentPending p -> p.txid();
      case UtxoState.Unspent _ -> throw new AssertionError("nobody spent it");
    };
  }
}
