package io.timecoin.node.engine;

import static io.timecoin.node.engine.EngineHarness.COIN;
import static io.timecoin.node.engine.EngineHarness.lessFee;
import static io.timecoin.node.engine.EngineHarness.peer;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.masternode.GenesisLimits;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Error;
import io.timecoin.node.protocol.NetworkMessage.TransactionAccepted;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateNotification;
import io.timecoin.node.protocol.NotificationSignature;
import io.timecoin.node.protocol.StateChange;
import io.timecoin.node.protocol.StatusReport.Verdict;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.TransactionRecord;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.protocol.WaitingReason.Cause;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Conversations with one engine of seven. */
class MasternodeEngineTest {
  private final EngineHarness node = new EngineHarness();
  private final OutPoint coin = node.coins.getFirst();
  private final Transaction payment = node.spend(coin, lessFee(COIN));

  private static Optional<Error> error(List<NetworkMessage> answers) {
    return answers.stream().filter(Error.class::isInstance).map(Error.class::cast).findFirst();
  }

  private void assertRefused(Transaction transaction, ErrorCode code) {
    int journaled = node.journal.size();
    Optional<Error> error = error(node.wallet(node.broadcast(transaction)));
    assertThat(error).map(Error::code).contains(code);
    assertThat(error).map(Error::requestId).contains("r");
    assertThat(node.journal).as("nothing changed").hasSize(journaled);
  }

  @Test
  void paymentWalksEveryStateInOrder() {
    node.connectAll();
    node.wallet(
        new NetworkMessage.UtxoSubscribe(
            List.of(), List.of(EngineHarness.address(node.owner)), "w", null));
    List<NetworkMessage> first = node.wallet(node.broadcast(payment));
    assertThat(first).first().isEqualTo(new TransactionAccepted(payment.txid(), "r"));
    assertThat(node.state(coin)).isInstanceOf(UtxoState.SpentPending.class);
    node.votes(payment.txid(), VotePhase.PREPARE, 1, 2, 3, 4);
    assertThat(node.engine.ownVotes())
        .extracting(s -> s.phase())
        .containsExactly(VotePhase.PREPARE, VotePhase.COMMIT);
    List<NetworkMessage> told =
        EngineHarness.toWallet(node.votes(payment.txid(), VotePhase.COMMIT, 1, 2, 3, 4));
    assertThat(node.state(coin)).isInstanceOf(UtxoState.SpentFinalized.class);
    assertThat(node.state(payment.outPoint(0))).isEqualTo(UtxoState.UNSPENT);
    assertThat(told)
        .filteredOn(UtxoStateNotification.class::isInstance)
        .extracting(
            m -> ((UtxoStateNotification) m).notification().newState().getClass().getSimpleName())
        .containsExactly("SpentFinalized", "Unspent");
  }

  @Test
  void notificationsAreNumberedWithoutGapFromTheSnapshotOn() {
    List<NetworkMessage> confirmed =
        node.wallet(new NetworkMessage.UtxoSubscribe(List.of(coin), List.of(), "w", "q"));
    assertThat(confirmed)
        .containsExactly(
            new NetworkMessage.SubscriptionConfirmed(
                "w",
                1,
                List.of(
                    new UtxoSnapshot(
                        coin, UtxoState.UNSPENT, EngineHarness.address(node.owner), COIN)),
                "q"));
    List<NetworkMessage> told = node.wallet(node.broadcast(payment));
    assertThat(told)
        .filteredOn(UtxoStateNotification.class::isInstance)
        .extracting(m -> ((UtxoStateNotification) m).seq())
        .containsExactly(1L, 2L);
    List<NetworkMessage> again =
        EngineHarness.toWallet(node.on(new EngineEvent.ClientResync(EngineHarness.WALLET)));
    assertThat(again.getFirst())
        .isInstanceOfSatisfying(
            NetworkMessage.SubscriptionConfirmed.class, m -> assertThat(m.firstSeq()).isEqualTo(3));
  }

  @Test
  void voteIsNeitherSentNorCountedWhileTheDiskTakesNoWrites() {
    node.connectAll();
    node.on(new EngineEvent.DurabilityChanged(false));
    List<Action> actions =
        node.on(new EngineEvent.FromClient(EngineHarness.WALLET, node.broadcast(payment)));
    assertThat(actions)
        .noneMatch(
            a ->
                a instanceof Action.ToAllPeers all
                    && all.message() instanceof NetworkMessage.InstantFinalityVote);
    assertThat(node.engine.status().verdict()).isEqualTo(Verdict.NOT_VOTING);
    List<Action> after = node.on(new EngineEvent.DurabilityChanged(true));
    assertThat(after)
        .anyMatch(
            a ->
                a instanceof Action.ToAllPeers all
                    && all.message() instanceof NetworkMessage.InstantFinalityVote);
  }

  @Test
  void badPaymentsAreRefusedWithTheirReasonAndChangeNothing() {
    OutPoint nowhere = new OutPoint(new Txid(1, 2, 3, 4), 0);
    OutPoint noSuchOutput = new OutPoint(coin.txid(), 999);
    assertRefused(node.spend(nowhere, lessFee(COIN)), ErrorCode.UNKNOWN_OUTPOINT);
    assertRefused(node.spend(noSuchOutput, lessFee(COIN)), ErrorCode.UNKNOWN_OUTPOINT);
    assertRefused(node.spend(coin, COIN), ErrorCode.FEE_TOO_LOW);
    assertRefused(node.spend(coin, COIN.plus(COIN)), ErrorCode.FEE_TOO_LOW);
    assertRefused(node.spend(coin, lessFee(COIN), node.stranger, 0), ErrorCode.WRONG_KEY);
    node.connectAll();
    node.wallet(node.broadcast(payment));
    node.finish(payment.txid());
    assertRefused(node.spend(coin, Amount.ofTime(1)), ErrorCode.INPUT_SPENT);
    assertThat(node.state(coin)).isInstanceOf(UtxoState.SpentFinalized.class);
  }

  @Test
  void secondSpenderWaitsWithoutAVoteAndLosesToTheFinalFirst() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    Transaction rival = node.spend(coin, Amount.ofTime(1));
    List<NetworkMessage> told = node.wallet(node.broadcast(rival));
    assertThat(told)
        .filteredOn(TransactionStatus.class::isInstance)
        .anySatisfy(
            m -> {
              TransactionStatus status = (TransactionStatus) m;
              assertThat(status.txid()).isEqualTo(rival.txid());
              assertThat(status.phase()).isEqualTo(TransactionPhase.WAITING);
              assertThat(status.waiting()).isNotNull();
              assertThat(status.waiting().cause()).isEqualTo(Cause.CONFLICT);
              assertThat(status.waiting().related()).containsExactly(payment.txid());
            });
    assertThat(node.engine.ownVotes()).noneMatch(s -> s.txid().equals(rival.txid()));
    node.finish(payment.txid());
    assertThat(node.journal)
        .anyMatch(r -> r instanceof JournalRecord.Rejected x && x.txid().equals(rival.txid()));
  }

  @Test
  void certificateOfTheRivalEndsTheLockAndTheRivalWalksTheStates() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    Transaction rival = node.spend(coin, Amount.ofTime(1));
    node.on(new EngineEvent.FromPeer(peer(1), node.broadcast(rival)));
    node.on(
        new EngineEvent.FromPeer(
            peer(1),
            new NetworkMessage.FinalityCertificate(
                node.certificate(rival.txid(), 1, 2, 3, 4, 5), node.genesis.hash(), null)));
    assertThat(node.state(coin))
        .isInstanceOfSatisfying(
            UtxoState.SpentFinalized.class, s -> assertThat(s.txid()).isEqualTo(rival.txid()));
    assertThat(node.engine.knowsFinal(payment.txid())).isFalse();
    assertThat(node.engine.status().verdict()).isEqualTo(Verdict.HEALTHY);
  }

  @Test
  void twoConflictingCertificatesStopVotingLoudly() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    node.finish(payment.txid());
    Transaction rival = node.spend(coin, Amount.ofTime(1));
    node.on(
        new EngineEvent.FromPeer(
            peer(1),
            new NetworkMessage.Transactions(
                List.of(
                    new TransactionRecord(
                        rival,
                        TransactionPhase.FINAL,
                        node.certificate(rival.txid(), 1, 2, 3, 4, 5),
                        1L,
                        null)),
                List.of(),
                null)));
    assertThat(node.engine.status().verdict()).isEqualTo(Verdict.NOT_VOTING);
    assertThat(node.engine.status().reasons().getFirst().message()).contains("conflicting");
    assertThat(node.journal)
        .anyMatch(r -> r instanceof JournalRecord.Halted h && h.evidence() != null);
    node.restart();
    assertThat(node.engine.status().verdict()).isEqualTo(Verdict.NOT_VOTING);
    assertThat(node.state(coin))
        .isInstanceOfSatisfying(
            UtxoState.SpentFinalized.class, s -> assertThat(s.txid()).isEqualTo(payment.txid()));
  }

  @Test
  void restartRepeatsItsVotesAndCastsNoOther() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    node.votes(payment.txid(), VotePhase.PREPARE, 1, 2, 3, 4);
    var before = node.engine.ownVotes();
    node.restart();
    assertThat(node.engine.ownVotes()).isEqualTo(before);
    node.on(new EngineEvent.PeerConnected(peer(9), node.masternodes.get(1).publicKey()));
    List<Action> actions = node.on(new EngineEvent.Tick());
    assertThat(actions)
        .anySatisfy(
            a ->
                assertThat(a)
                    .isInstanceOfSatisfying(
                        Action.ToPeer.class,
                        p ->
                            assertThat(p.message())
                                .isInstanceOf(NetworkMessage.InstantFinalityVote.class)));
    node.on(new EngineEvent.Tick());
    assertThat(node.engine.ownVotes()).isEqualTo(before);
    Transaction rival = node.spend(coin, Amount.ofTime(1));
    node.on(new EngineEvent.FromPeer(peer(9), node.broadcast(rival)));
    assertThat(node.engine.ownVotes()).isEqualTo(before);
  }

  @Test
  void anUnknownVoteOfTheOwnKeyStopsVoting() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    Transaction other = node.spend(node.coins.get(1), lessFee(COIN));
    node.peerSays(3, node.vote(0, other.txid(), VotePhase.PREPARE));
    assertThat(node.engine.status().verdict()).isEqualTo(Verdict.NOT_VOTING);
  }

  @Test
  void aQuorumOfRejectsEndsTheLockButNotTheBond() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    for (int voter = 1; voter <= 5; voter++) {
      node.peerSays(voter, node.vote(voter, payment.txid(), VotePhase.PREPARE, Decision.REJECT));
    }
    assertThat(node.state(coin)).isEqualTo(UtxoState.UNSPENT);
    Transaction rival = node.spend(coin, Amount.ofTime(1));
    node.on(new EngineEvent.FromPeer(peer(1), node.broadcast(rival)));
    assertThat(node.engine.ownVotes()).noneMatch(s -> s.txid().equals(rival.txid()));
    node.votes(rival.txid(), VotePhase.PREPARE, 1, 2, 3, 4, 5);
    node.votes(rival.txid(), VotePhase.COMMIT, 1, 2, 3, 4, 5);
    assertThat(node.engine.knowsFinal(rival.txid())).isTrue();
  }

  @Test
  void aPeersNotificationMovesNothingWithoutProof() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    UtxoState before = node.state(coin);
    var key = node.masternodes.get(2);
    StateChange claim =
        new StateChange(
            coin,
            UtxoState.UNSPENT,
            new UtxoState.SpentFinalized(payment.txid(), 1, 5),
            1,
            1000,
            key.publicKey().toString());
    var signature = NotificationSignature.sign(key, node.genesis.hash(), claim);
    var bare = new UtxoStateNotification(null, null, null, null, claim, signature, null);
    node.on(new EngineEvent.FromPeer(peer(2), bare));
    assertThat(node.state(coin)).isEqualTo(before);
    var proof = node.certificate(payment.txid(), 1, 2, 3, 4, 5);
    MessageVerifier verifier = new MessageVerifier(node.genesis);
    var forged =
        new UtxoStateNotification(
            null,
            null,
            null,
            null,
            new StateChange(coin, claim.oldState(), claim.newState(), 1, 2000, claim.originator()),
            signature,
            proof);
    assertThat(verifier.check(forged)).map(Error::code).contains(ErrorCode.BAD_SIGNATURE);
    var tooFew =
        new UtxoStateNotification(
            null, null, null, null, claim, signature, node.certificate(payment.txid(), 1, 2, 3));
    assertThat(verifier.check(tooFew)).map(Error::code).contains(ErrorCode.BAD_CERTIFICATE);
    var proven = new UtxoStateNotification(null, null, null, null, claim, signature, proof);
    assertThat(verifier.check(proven)).isEmpty();
    node.on(new EngineEvent.FromPeer(peer(2), proven));
    assertThat(node.state(coin)).isInstanceOf(UtxoState.SpentFinalized.class);
  }

  @Test
  void aPeerThatKeepsSilentAboutAFinalPaymentGetsItsProofOnce() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    node.finish(payment.txid());
    node.on(new EngineEvent.Tick());
    node.nowMs += 1_000;
    List<Action> actions = node.on(new EngineEvent.Tick());
    MessageVerifier verifier = new MessageVerifier(node.genesis);
    assertThat(actions)
        .filteredOn(
            a ->
                a instanceof Action.ToPeer p
                    && p.message() instanceof UtxoStateNotification n
                    && verifier.check(n).isEmpty())
        .hasSize(6);
    node.nowMs += 1_000;
    assertThat(node.on(new EngineEvent.Tick())).isEmpty();
  }

  @Test
  void belowQuorumTheStatusSaysWhatItWaitsFor() {
    for (int i = 1; i <= 3; i++) {
      node.on(new EngineEvent.PeerConnected(peer(i), node.masternodes.get(i).publicKey()));
    }
    node.wallet(node.broadcast(payment));
    node.votes(payment.txid(), VotePhase.PREPARE, 1, 2, 3);
    node.nowMs += 1_000;
    node.on(new EngineEvent.Tick());
    var report = node.engine.status();
    assertThat(report.verdict()).isEqualTo(Verdict.DEGRADED);
    assertThat(report.masternodesOnline()).isEqualTo(4);
    assertThat(report.waitingFor())
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.txid()).isEqualTo(payment.txid());
              assertThat(w.reason().cause()).isEqualTo(Cause.QUORUM);
              assertThat(w.reason().missing()).hasSize(3);
            });
  }

  @Test
  void replayLocksWhatWasLockedAndNothingElse() {
    node.connectAll();
    OutPoint b = node.coins.get(1);
    OutPoint c = node.coins.get(2);
    OutPoint x = node.coins.get(3);
    OutPoint y = node.coins.get(4);
    Transaction first = node.spend(List.of(b, x));
    Transaction second = node.spend(List.of(c, y));
    Transaction both = node.spend(List.of(b, c));
    Transaction single = node.spend(List.of(b));
    Transaction winner = node.spend(List.of(x, y));
    for (Transaction each : List.of(first, second, both, single, winner)) {
      node.on(new EngineEvent.FromPeer(peer(1), node.broadcast(each)));
    }
    node.on(
        new EngineEvent.FromPeer(
            peer(1),
            new NetworkMessage.FinalityCertificate(
                node.certificate(winner.txid(), 1, 2, 3, 4, 5), node.genesis.hash(), null)));
    var before = node.engine.ownVotes();
    assertThat(before).anyMatch(s -> s.txid().equals(both.txid()));
    node.restart();
    node.on(new EngineEvent.Tick());
    assertThat(node.engine.ownVotes()).isEqualTo(before);
    assertThat(before).noneMatch(s -> s.txid().equals(single.txid()));
  }

  @Test
  void anOldVoteOfTheOwnKeyIsNoReasonToStop() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    var vote = node.vote(0, payment.txid(), VotePhase.PREPARE);
    Transaction rival = node.spend(coin, Amount.ofTime(1));
    node.on(new EngineEvent.FromPeer(peer(1), node.broadcast(rival)));
    node.votes(rival.txid(), VotePhase.COMMIT, 1, 2, 3, 4, 5);
    for (int i = 2; i < 40; i++) {
      Transaction late = node.spend(coin, Amount.ofTime(1), node.owner, i);
      node.on(new EngineEvent.FromPeer(peer(1), node.broadcast(late)));
    }
    node.peerSays(2, vote);
    assertThat(node.engine.status().verdict()).isEqualTo(Verdict.HEALTHY);
    node.restart();
    node.connectAll();
    node.peerSays(2, vote);
    assertThat(node.engine.status().verdict()).isEqualTo(Verdict.HEALTHY);
  }

  @Test
  void oneCoinCannotFillThePool() {
    node.connectAll();
    for (int i = 0; i < 30; i++) {
      node.wallet(node.broadcast(node.spend(coin, Amount.ofTime(1), node.owner, i)));
    }
    assertThat(node.engine.pending()).isEqualTo(8);
  }

  @Test
  void aPeerThatLagsFarBehindIsToldWhatIsFinal() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    node.finish(payment.txid());
    node.restart();
    node.connectAll();
    List<Action> told =
        node.on(
            new EngineEvent.FromPeer(peer(1), node.broadcast(node.spend(coin, Amount.ofTime(1)))));
    assertThat(told)
        .anyMatch(
            a ->
                a instanceof Action.ToPeer p
                    && p.message() instanceof NetworkMessage.FinalityCertificate c
                    && c.certificate().txid().equals(payment.txid()));
  }

  @Test
  void aChildOfAPendingParentMustBeItsOwnersAndPay() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    OutPoint output = payment.outPoint(0);
    assertRefused(node.spend(output, Amount.ofTime(1), node.stranger, 0), ErrorCode.WRONG_KEY);
    assertRefused(node.spend(output, payment.outputSum()), ErrorCode.FEE_TOO_LOW);
  }

  @Test
  void aChildWaitsForItsParentAndFollowsIt() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    Transaction child = node.spend(payment.outPoint(0), lessFee(payment.outputSum()));
    node.wallet(node.broadcast(child));
    assertThat(node.engine.ownVotes()).noneMatch(s -> s.txid().equals(child.txid()));
    node.finish(payment.txid());
    assertThat(node.engine.ownVotes()).anyMatch(s -> s.txid().equals(child.txid()));
    node.finish(child.txid());
    assertThat(node.engine.knowsFinal(child.txid())).isTrue();
  }

  @Test
  void anOrphanOfAPeerIsTakenWhenItsParentComes() {
    node.connectAll();
    Transaction child = node.spend(payment.outPoint(0), lessFee(payment.outputSum()));
    node.on(new EngineEvent.FromPeer(peer(1), node.broadcast(child)));
    assertThat(node.engine.pending()).isZero();
    node.on(new EngineEvent.FromPeer(peer(1), node.broadcast(payment)));
    assertThat(node.engine.pending()).isEqualTo(2);
  }

  @Test
  void aTimestampAheadOfTheClockWaitsAndDoesNotFail() {
    node.connectAll();
    Transaction early = node.spend(coin, lessFee(COIN), node.owner, 3_600);
    node.wallet(node.broadcast(early));
    assertThat(node.engine.ownVotes()).isEmpty();
    node.nowMs += 3_600_000;
    node.on(new EngineEvent.Tick());
    assertThat(node.engine.ownVotes()).hasSize(1);
  }

  @Test
  void aFullPoolKeepsItsLocksWhateverIsOffered() {
    EngineHarness small = new EngineHarness(new GenesisLimits(3, 2));
    for (int i = 0; i < 3; i++) {
      small.wallet(small.broadcast(small.spend(small.coins.get(i), lessFee(COIN))));
    }
    Transaction fourth = small.spend(small.coins.get(3), Amount.ofTime(1));
    assertThat(error(small.wallet(small.broadcast(fourth))))
        .map(Error::code)
        .contains(ErrorCode.POOL_FULL);
    assertThat(small.engine.pending()).isEqualTo(3);
    assertThat(small.state(small.coins.getFirst())).isInstanceOf(UtxoState.SpentPending.class);
  }

  @Test
  void contradictionsAreKeptAsProofAndCountedOnce() {
    node.connectAll();
    node.wallet(node.broadcast(payment));
    node.peerSays(1, node.vote(1, payment.txid(), VotePhase.PREPARE, Decision.REJECT));
    node.peerSays(1, node.vote(1, payment.txid(), VotePhase.PREPARE, Decision.APPROVE));
    node.peerSays(1, node.vote(1, payment.txid(), VotePhase.PREPARE, Decision.APPROVE));
    assertThat(node.engine.status().equivocations()).isEqualTo(1);
    assertThat(node.journal).filteredOn(JournalRecord.Proof.class::isInstance).hasSize(1);
    node.restart();
    assertThat(node.engine.status().equivocations()).isEqualTo(1);
  }

  @Test
  void unsubscribingEndsNotificationsAndCannotBeDoneTwice() {
    node.wallet(new NetworkMessage.UtxoSubscribe(List.of(coin), List.of(), "w", null));
    var end = new NetworkMessage.UtxoUnsubscribe("w", "x");
    assertThat(node.wallet(end)).isEmpty();
    assertThat(error(node.wallet(end))).map(Error::code).contains(ErrorCode.NOT_SUBSCRIBED);
    assertThat(node.wallet(node.broadcast(payment)))
        .noneMatch(UtxoStateNotification.class::isInstance);
  }
}
