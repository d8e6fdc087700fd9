package io.timecoin.node.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.tx.Coinbase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BlockCertificateTest {
  private static final Hash256 GENESIS = new Hash256(9, 9, 9, 9);
  private static final Hash256 BLOCK = new Hash256(1, 2, 3, 4);
  private static final long HEIGHT = 3;

  private final List<SigningKey> keys = new ArrayList<>();
  private final MasternodeSet set = set();

  private static SigningKey key(int fill) {
    byte[] secret = new byte[SigningKey.SECRET_BYTES];
    secret[0] = (byte) fill;
    return SigningKey.of(secret);
  }

  private MasternodeSet set() {
    List<Masternode> members = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      SigningKey key = key(i);
      keys.add(key);
      members.add(
          new Masternode(
              "N" + i,
              key.publicKey(),
              Hashes.addressOf(Network.DEVNET.addressVersion(), key.publicKey())));
    }
    return new MasternodeSet(members);
  }

  private static SignedBlockVote vote(SigningKey key, long height, int round, Hash256 block) {
    return SignedBlockVote.sign(
        key, GENESIS, new BlockStatement(height, round, BlockPhase.PRECOMMIT, block));
  }

  private boolean holds(List<SignedBlockVote> votes) {
    return new BlockCertificate(HEIGHT, 1, BLOCK, votes).check(set, GENESIS).isEmpty();
  }

  private List<SignedBlockVote> threeWith(SignedBlockVote last) {
    return List.of(vote(keys.get(0), HEIGHT, 1, BLOCK), vote(keys.get(1), HEIGHT, 1, BLOCK), last);
  }

  @Test
  void threeOfFourMembersDecide() {
    assertThat(holds(threeWith(vote(keys.get(2), HEIGHT, 1, BLOCK)))).isTrue();
  }

  @Test
  void whateverIsNotTheirWordOnThisBlockDoesNot() {
    assertThat(holds(threeWith(vote(keys.get(2), HEIGHT, 1, BLOCK)).subList(0, 2)))
        .as("too few")
        .isFalse();
    assertThat(holds(threeWith(vote(keys.get(1), HEIGHT, 1, BLOCK)))).as("one twice").isFalse();
    assertThat(holds(threeWith(vote(key(7), HEIGHT, 1, BLOCK)))).as("an outsider").isFalse();
    assertThat(holds(threeWith(vote(keys.get(2), HEIGHT + 1, 1, BLOCK)))).as("height").isFalse();
    assertThat(holds(threeWith(vote(keys.get(2), HEIGHT, 0, BLOCK)))).as("round").isFalse();
    assertThat(holds(threeWith(vote(keys.get(2), HEIGHT, 1, GENESIS)))).as("block").isFalse();
    SignedBlockVote good = vote(keys.get(2), HEIGHT, 1, BLOCK);
    SignedBlockVote forged =
        new SignedBlockVote(keys.get(3).publicKey(), good.statement(), good.signature());
    assertThat(holds(threeWith(forged))).as("another's signature").isFalse();
    assertThat(
            new BlockCertificate(HEIGHT, 1, BLOCK, threeWith(good))
                .check(set, new Hash256(8, 8, 8, 8)))
        .as("another network")
        .isPresent();
  }

  @Test
  void aDecidedBlockIsTheOneOfItsCertificate() {
    Block block =
        Block.of(
            new Block.Place(HEIGHT, GENESIS, 5_000, keys.getFirst().publicKey(), GENESIS),
            new Coinbase((int) HEIGHT, 5, List.of()),
            List.of(),
            List.of());
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () -> new DecidedBlock(block, new BlockCertificate(HEIGHT, 0, BLOCK, List.of())));
  }

  @Test
  void everyMasternodeHasItsTurn() {
    assertThat(
            List.of(0, 1, 2, 3).stream()
                .map(round -> ProposerRotation.of(set, HEIGHT, round))
                .distinct())
        .hasSize(4);
    assertThat(ProposerRotation.of(set, HEIGHT, 1))
        .isEqualTo(ProposerRotation.of(set, HEIGHT + 1, 0));
  }
}
