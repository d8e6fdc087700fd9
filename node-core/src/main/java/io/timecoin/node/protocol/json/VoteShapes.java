package io.timecoin.node.protocol.json;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.BatchProof;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.Equivocation;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.protocol.FrameLimits;
import java.util.Arrays;
import java.util.List;

/** The JSON of votes and of what is proven by them. Nothing here is verified. */
public final class VoteShapes {
  private static final JsonCodec<VotePhase> PHASE =
      JsonTexts.named(Arrays.asList(VotePhase.values()), VotePhase::wireName);
  private static final JsonCodec<Decision> DECISION =
      JsonTexts.named(Arrays.asList(Decision.values()), Decision::wireName);

  /** Statement, voter and batch proof in one flat object. */
  public static final JsonCodec<SignedVote> VOTE = vote();

  /** Several votes, as many as a batch holds. */
  public static final JsonCodec<List<SignedVote>> VOTES =
      JsonLists.list(VOTE, BatchProof.BATCH_MAX);

  /** At most one vote of each masternode there may be. */
  static final JsonCodec<List<SignedVote>> CERTIFICATE_VOTES =
      JsonLists.list(VOTE, FrameLimits.MASTERNODES_MAX);

  /** {@code {"txid","votes"}}. */
  public static final JsonCodec<VoteCertificate.Finality> FINALITY = finality();

  /** {@code {"txid","votes"}}. */
  public static final JsonCodec<VoteCertificate.Prepare> PREPARE = prepare();

  /** {@code {"txid","votes"}}. */
  public static final JsonCodec<VoteCertificate.Release> RELEASE = release();

  /** {@code {"first","second"}}. */
  public static final JsonCodec<Equivocation> EQUIVOCATION = equivocation();

  private VoteShapes() {}

  private static JsonCodec<SignedVote> vote() {
    ObjectCodec.Builder<SignedVote> o = ObjectCodec.of();
    Field<SignedVote, PublicKey> voter =
        o.required("voter", ValueShapes.PUBLIC_KEY, SignedVote::voter);
    Field<SignedVote, Txid> txid =
        o.required("txid", ValueShapes.TXID, vote -> vote.statement().txid());
    Field<SignedVote, VotePhase> phase =
        o.required("phase", PHASE, vote -> vote.statement().phase());
    Field<SignedVote, Decision> decision =
        o.required("decision", DECISION, vote -> vote.statement().decision());
    Field<SignedVote, Integer> index =
        o.required("leaf_index", JsonNumbers.COUNT, vote -> vote.proof().leafIndex());
    Field<SignedVote, Integer> count =
        o.required("leaf_count", JsonNumbers.COUNT, vote -> vote.proof().leafCount());
    Field<SignedVote, List<Hash256>> path =
        o.required(
            "path",
            JsonLists.list(ValueShapes.HASH, FrameLimits.MERKLE_PATH_MAX),
            vote -> vote.proof().path());
    Field<SignedVote, Signature> signature =
        o.required("signature", ValueShapes.SIGNATURE, vote -> vote.proof().signature());
    return o.build(
        v ->
            new SignedVote(
                v.get(voter),
                new VoteStatement(v.get(txid), v.get(phase), v.get(decision)),
                new BatchProof(v.get(index), v.get(count), v.get(path), v.get(signature))));
  }

  private static JsonCodec<VoteCertificate.Finality> finality() {
    ObjectCodec.Builder<VoteCertificate.Finality> o = ObjectCodec.of();
    Field<VoteCertificate.Finality, Txid> txid =
        o.required("txid", ValueShapes.TXID, VoteCertificate.Finality::txid);
    Field<VoteCertificate.Finality, List<SignedVote>> votes =
        o.required("votes", CERTIFICATE_VOTES, VoteCertificate.Finality::votes);
    return o.build(v -> new VoteCertificate.Finality(v.get(txid), v.get(votes)));
  }

  private static JsonCodec<VoteCertificate.Prepare> prepare() {
    ObjectCodec.Builder<VoteCertificate.Prepare> o = ObjectCodec.of();
    Field<VoteCertificate.Prepare, Txid> txid =
        o.required("txid", ValueShapes.TXID, VoteCertificate.Prepare::txid);
    Field<VoteCertificate.Prepare, List<SignedVote>> votes =
        o.required("votes", CERTIFICATE_VOTES, VoteCertificate.Prepare::votes);
    return o.build(v -> new VoteCertificate.Prepare(v.get(txid), v.get(votes)));
  }

  private static JsonCodec<VoteCertificate.Release> release() {
    ObjectCodec.Builder<VoteCertificate.Release> o = ObjectCodec.of();
    Field<VoteCertificate.Release, Txid> txid =
        o.required("txid", ValueShapes.TXID, VoteCertificate.Release::txid);
    Field<VoteCertificate.Release, List<SignedVote>> votes =
        o.required("votes", CERTIFICATE_VOTES, VoteCertificate.Release::votes);
    return o.build(v -> new VoteCertificate.Release(v.get(txid), v.get(votes)));
  }

  private static JsonCodec<Equivocation> equivocation() {
    ObjectCodec.Builder<Equivocation> o = ObjectCodec.of();
    Field<Equivocation, SignedVote> first = o.required("first", VOTE, Equivocation::first);
    Field<Equivocation, SignedVote> second = o.required("second", VOTE, Equivocation::second);
    return o.build(v -> new Equivocation(v.get(first), v.get(second)));
  }
}
