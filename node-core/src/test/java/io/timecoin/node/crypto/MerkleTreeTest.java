package io.timecoin.node.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timecoin.node.base.Hash256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every leaf leads to the root by its own path, and nothing else does. */
class MerkleTreeTest {
  @Property(tries = 200)
  void everyLeafLeadsToTheRootByItsPathAlone(@ForAll @IntRange(min = 1, max = 70) int count) {
    List<byte[]> leaves = leaves(count);
    MerkleTree tree = MerkleTree.over(leaves);
    for (int i = 0; i < count; i++) {
      List<Hash256> path = tree.path(i);

      assertThat(MerkleTree.rootOf(leaves.get(i), i, count, path)).isEqualTo(tree.root());
      assertThat(MerkleTree.rootOf(bytes("other"), i, count, path)).isNotEqualTo(tree.root());
      assertThat(path.size()).isLessThanOrEqualTo(7);
    }
  }

  @Property(tries = 200)
  void pathOfAnotherLengthIsRefused(
      @ForAll @IntRange(min = 2, max = 70) int count, @ForAll @IntRange(max = 69) int at) {
    int index = at % count;
    List<byte[]> leaves = leaves(count);
    List<Hash256> path = new ArrayList<>(MerkleTree.over(leaves).path(index));
    path.add(Hash256.of(new byte[32]));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MerkleTree.rootOf(leaves.get(index), index, count, path));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MerkleTree.rootOf(leaves.get(index), index, count, List.of()));
  }

  @Test
  void nodeDoesNotPassForALeaf() {
    List<byte[]> leaves = leaves(2);
    MerkleTree tree = MerkleTree.over(leaves);
    byte[] children = new byte[64];
    System.arraycopy(tree.path(1).getFirst().toBytes(), 0, children, 0, 32);
    System.arraycopy(tree.path(0).getFirst().toBytes(), 0, children, 32, 32);

    assertThat(MerkleTree.over(List.of(children)).root()).isNotEqualTo(tree.root());
    assertThat(Hash256.of(Hashes.sha256(new byte[] {1}, children))).isEqualTo(tree.root());
  }

  @Test
  void treeOfNothingAndPositionOutsideAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.over(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MerkleTree.rootOf(bytes("x"), 1, 1, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MerkleTree.rootOf(bytes("x"), -1, 1, List.of()));
  }

  private static List<byte[]> leaves(int count) {
    return IntStream.range(0, count).mapToObj(i -> bytes("leaf " + i)).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
