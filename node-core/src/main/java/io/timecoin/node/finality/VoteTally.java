package io.timecoin.node.finality;

import io.timecoin.node.base.Txid;
import io.timecoin.node.masternode.MasternodeSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The votes on one transaction, by masternode and phase. Votes come in verified. An equivocator's
 * first vote stays counted here (a certificate is valid by its signatures alone); its second never
 * counts.
 */
public final class VoteTally {
  private static final int PHASES = VotePhase.values().length;

  private final Txid txid;
  private final MasternodeSet masternodes;
  private final @Nullable SignedVote[] votes;
  private final int[] approvals = new int[PHASES];
  private final boolean[] certified = new boolean[PHASES];
  private int rejections;

  /** An empty tally. */
  public VoteTally(Txid txid, MasternodeSet masternodes) {
    this.txid = txid;
    this.masternodes = masternodes;
    this.votes = new @Nullable SignedVote[masternodes.size() * PHASES];
  }

  /**
   * Counts one verified vote.
   *
   * @throws IllegalArgumentException if it is about another transaction
   */
  public TallyResult add(SignedVote vote) {
    VoteStatement statement = vote.statement();
    if (!statement.txid().equals(txid)) {
      throw new IllegalArgumentException("vote is about another transaction");
    }
    int member = masternodes.indexOf(vote.voter());
    if (member == MasternodeSet.NO_MEMBER) {
      return new TallyResult.UnknownVoter();
    }
    Optional<SignedVote> contradicted = contradicted(member, vote);
    if (contradicted.isPresent()) {
      return new TallyResult.Contradiction(new Equivocation(contradicted.get(), vote));
    }
    int slot = slot(member, statement.phase());
    if (votes[slot] != null) {
      return new TallyResult.Duplicate();
    }
    votes[slot] = vote;
    return statement.decision() == Decision.REJECT ? rejected() : approved(statement.phase());
  }

  private Optional<SignedVote> contradicted(int member, SignedVote vote) {
    for (VotePhase phase : VotePhase.values()) {
      SignedVote earlier = votes[slot(member, phase)];
      if (earlier != null && Equivocation.contradict(earlier, vote)) {
        return Optional.of(earlier);
      }
    }
    return Optional.empty();
  }

  private TallyResult rejected() {
    rejections++;
    return rejections == masternodes.quorum()
        ? new TallyResult.RejectedByQuorum()
        : new TallyResult.Added();
  }

  private TallyResult approved(VotePhase phase) {
    int count = ++approvals[phase.ordinal()];
    if (certified[phase.ordinal()] || count < masternodes.quorum()) {
      return new TallyResult.Added();
    }
    certified[phase.ordinal()] = true;
    return switch (phase) {
      case PREPARE -> new TallyResult.Certified(new VoteCertificate.Prepare(txid, held(phase)));
      case COMMIT -> new TallyResult.Certified(new VoteCertificate.Finality(txid, held(phase)));
      case PROMISE -> new TallyResult.Added(); // promises decide only inside a block
    };
  }

  /** The approvals held in that phase, in order of voter. */
  public List<SignedVote> held(VotePhase phase) {
    List<SignedVote> held = new ArrayList<>();
    for (int member = 0; member < masternodes.size(); member++) {
      SignedVote vote = votes[slot(member, phase)];
      if (vote != null && vote.statement().decision() == Decision.APPROVE) {
        held.add(vote);
      }
    }
    return held;
  }

  /** Every vote held, of all phases and decisions, in order of voter. */
  public List<SignedVote> all() {
    List<SignedVote> all = new ArrayList<>();
    for (SignedVote vote : votes) {
      if (vote != null) {
        all.add(vote);
      }
    }
    return all;
  }

  /** That masternode's vote in that phase, or null. */
  public @Nullable SignedVote vote(int member, VotePhase phase) {
    return votes[slot(member, phase)];
  }

  /** Masternodes whose votes of that phase are held, by index. */
  public BitSet voters(VotePhase phase) {
    BitSet voters = new BitSet(masternodes.size());
    for (int member = 0; member < masternodes.size(); member++) {
      if (votes[slot(member, phase)] != null) {
        voters.set(member);
      }
    }
    return voters;
  }

  /** Whether the quorum of that phase has been reached. */
  public boolean isCertified(VotePhase phase) {
    return certified[phase.ordinal()];
  }

  /** Approvals counted in that phase. */
  public int approvals(VotePhase phase) {
    return approvals[phase.ordinal()];
  }

  /** Prepare-rejects counted. */
  public int rejections() {
    return rejections;
  }

  private static int slot(int member, VotePhase phase) {
    return member * PHASES + phase.ordinal();
  }
}
