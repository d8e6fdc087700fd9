package io.timecoin.node.finality;

import io.timecoin.node.base.PublicKey;

/** A statement with its voter's signature; see {@link VoteSignatures} for the check. */
public record SignedVote(PublicKey voter, VoteStatement statement, BatchProof proof) {}
