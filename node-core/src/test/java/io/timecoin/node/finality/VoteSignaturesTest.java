package io.timecoin.node.finality;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.samples.SmallNetwork;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Batches: one signature for many votes, each of which stands on its own. */
class VoteSignaturesTest {
  private static final SigningKey KEY = SmallNetwork.key("voter");
  private static final Hash256 GENESIS = Hash256.of(new byte[32]);

  @Property(tries = 60)
  void everyVoteOfABatchStandsOnItsOwn(@ForAll @IntRange(min = 1, max = 40) int size) {
    List<SignedVote> votes = VoteSignatures.sign(KEY, GENESIS, statements(size));

    assertThat(votes).extracting(SignedVote::statement).isEqualTo(statements(size));
    assertThat(VoteSignatures.firstForged(votes, GENESIS)).isEmpty();
    assertThat(VoteSignatures.verify(votes.get(size / 2), GENESIS)).isTrue();
  }

  @Test
  void statementOfAnotherVoteDoesNotFitThePath() {
    List<SignedVote> votes = VoteSignatures.sign(KEY, GENESIS, statements(4));
    SignedVote moved =
        new SignedVote(KEY.publicKey(), votes.get(0).statement(), votes.get(1).proof());

    assertThat(VoteSignatures.verify(moved, GENESIS)).isFalse();
  }

  @Test
  void firstForgedVoteIsNamed() {
    List<SignedVote> votes = new ArrayList<>(VoteSignatures.sign(KEY, GENESIS, statements(4)));
    PublicKey other = SmallNetwork.key("other").publicKey();
    SignedVote forged = new SignedVote(other, votes.get(2).statement(), votes.get(2).proof());
    votes.set(2, forged);

    assertThat(VoteSignatures.firstForged(votes, GENESIS)).contains(forged);
    assertThat(VoteSignatures.firstForged(votes, Hash256.parse("1".repeat(64))))
        .contains(votes.getFirst());
  }

  /** protocol.md 4, byte for byte. */
  @Test
  void statementHasTheBytesOfTheProtocol() {
    VoteStatement statement =
        new VoteStatement(SmallNetwork.txid("t"), VotePhase.PREPARE, Decision.REJECT);
    String domain = HexFormat.of().formatHex("TIME-VOTE-v1".getBytes(StandardCharsets.US_ASCII));

    assertThat(HexFormat.of().formatHex(statement.toBytes(GENESIS)))
        .isEqualTo(domain + GENESIS + "01" + statement.txid() + "02");
  }

  private static List<VoteStatement> statements(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> VoteStatement.approve(SmallNetwork.txid("t" + i), VotePhase.COMMIT))
        .toList();
  }
}
