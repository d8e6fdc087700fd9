package io.timecoin.app.vm.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.BlockList;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.Told;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.BlockCertificate;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.protocol.BlockRecord;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Coinbase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksModelTest {

  private final List<String> asked = new ArrayList<>();
  private final BlocksModel model = new BlocksModel(asked::add);
  private final Told told = new Told().event(new SessionEvent.Connected(), 0);

  private static BlockRecord block(long height) {
    Block block =
        Block.of(
            new Block.Place(
                height, new Hash256(1, 1, 1, 1), 5_000 * height, key(9), new Hash256(2, 2, 2, 2)),
            new Coinbase((int) height, 5 * height, List.of()),
            List.of(),
            List.of());
    return new BlockRecord(
        new DecidedBlock(block, new BlockCertificate(height, 0, block.hash(), List.of())),
        List.of());
  }

  private static PublicKey key(int word) {
    return new PublicKey(word, 0, 0, 0);
  }

  private void hear(String requestId, BlockRecord... blocks) {
    told.heard(new NetworkMessage.Blocks(List.of(blocks), 9, requestId), 1);
    model.show(told.state(), 1);
  }

  @Test
  void newestStandsFirstAndProposersHaveNames() {
    told.heard(Told.report(0, 1), 1);
    hear("blocks", block(1), block(2));
    hear("blocks", block(3));
    assertThat(model.rows()).extracting(BlockView::height).containsExactly(3L, 2L, 1L);
    assertThat(model.rows().getFirst().proposer()).isEqualTo("node-1");
    assertThat(model.progressProperty().get().isBehind()).isFalse();
  }

  @Test
  void rowsThatStayAreTheSameRows() {
    hear("blocks", block(1), block(2));
    BlockView second = model.rows().getFirst();
    hear("blocks", block(3));
    assertThat(model.rows().get(1)).isSameAs(second);
  }

  @Test
  void onlyTheNewestAreKept() {
    for (int height = 1; height <= BlockList.MAX + 5; height++) {
      hear("blocks", block(height));
    }
    assertThat(model.rows()).hasSize(BlockList.MAX);
    assertThat(model.rows().getLast().height()).isEqualTo(6);
  }

  @Test
  void aSearchEndsWithTheBlockOrWithNothing() {
    hear("blocks", block(5));
    model.find(" 3 ");
    assertThat(asked).containsExactly("3");
    assertThat(model.searchProperty().get()).isEqualTo(BlocksModel.Search.UNDER_WAY);
    told.event(new SessionEvent.BlockSearched("3", 1), 1);
    hear("find-block-3", block(3));
    assertThat(model.searchProperty().get()).isEqualTo(BlocksModel.Search.FOUND);
    assertThat(model.foundProperty().get().height()).isEqualTo(3);

    String hash = "ab".repeat(32);
    told.event(new SessionEvent.BlockSearched(hash, 2), 1);
    hear("find-block-" + hash);
    assertThat(model.searchProperty().get()).isEqualTo(BlocksModel.Search.UNDER_WAY);
    hear("find-block-" + hash);
    assertThat(model.searchProperty().get()).isEqualTo(BlocksModel.Search.NOTHING);
  }

  @Test
  void whatCannotBeABlockIsNotAskedFor() {
    model.find("TIME0nonsense");
    assertThat(asked).isEmpty();
    assertThat(model.searchProperty().get()).isEqualTo(BlocksModel.Search.NOTHING);
    model.find("");
    assertThat(model.searchProperty().get()).isEqualTo(BlocksModel.Search.NONE);
  }
}
