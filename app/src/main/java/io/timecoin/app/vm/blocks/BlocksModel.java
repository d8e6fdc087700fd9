package io.timecoin.app.vm.blocks;

import io.timecoin.app.state.BlockList;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.vm.VoteViews;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.BlockCertificate;
import io.timecoin.node.protocol.BlockRecord;
import io.timecoin.node.protocol.StatusReport;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The blocks, newest first, how far this node is, and what a search has found. */
public final class BlocksModel implements Screen {

  private static final Pattern HEIGHT = Pattern.compile("[0-9]{1,15}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** How far a search is. */
  public enum Search {
    NONE,
    UNDER_WAY,
    FOUND,
    NOTHING
  }

  /**
   * Where the chain stands.
   *
   * @param target above {@code height} while the node fetches blocks
   * @param joinParts parts of a checkpoint that are here, -1 while none is fetched
   */
  public record Progress(long height, long target, int joinParts, int joinOf) {

    /** Whether it is behind. */
    public boolean isBehind() {
      return height < target;
    }
  }

  private final Consumer<String> finder;
  private final ObservableList<BlockView> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Search> search =
      new ReadOnlyObjectWrapper<>(this, "search", Search.NONE);
  private final ReadOnlyObjectWrapper<@Nullable BlockView> found =
      new ReadOnlyObjectWrapper<>(this, "found", null);
  private final ReadOnlyObjectWrapper<Progress> progress =
      new ReadOnlyObjectWrapper<>(this, "progress", new Progress(0, 0, -1, 0));
  private @Nullable BlockList seen;

  /**
   * No blocks.
   *
   * @param finder asks the node for a height, a block's hash or a txid
   */
  public BlocksModel(Consumer<String> finder) {
    this.finder = finder;
  }

  @Override
  @SuppressWarnings(
      "ReferenceEquality") // the same list again, sixty times a second: no need to look into it
  public void show(SessionState state, long now) {
    StatusReport report = state.network().report();
    if (report != null) {
      StatusReport.Join join = report.chain().join();
      progress.set(
          new Progress(
              report.height(),
              report.chain().target(),
              join == null ? -1 : join.parts(),
              join == null ? 0 : join.of()));
    }
    BlockList blocks = state.network().blocks();
    if (blocks == seen) {
      return;
    }
    seen = blocks;
    merge(blocks.newestFirst().stream().map(record -> view(record, report)).toList());
    BlockList.Search asked = blocks.search();
    if (asked != null) {
      Long height = asked.height();
      found.set(height == null ? null : at(height));
      search.set(
          height != null ? Search.FOUND : asked.open() > 0 ? Search.UNDER_WAY : Search.NOTHING);
    }
  }

  /** New rows go in where they belong, so that the selection stays where it is. */
  private void merge(List<BlockView> now) {
    rows.removeIf(row -> now.stream().noneMatch(view -> view.height() == row.height()));
    for (int i = 0; i < now.size(); i++) {
      if (i >= rows.size() || rows.get(i).height() != now.get(i).height()) {
        rows.add(i, now.get(i));
      }
    }
  }

  private @Nullable BlockView at(long height) {
    return rows.stream().filter(row -> row.height() == height).findFirst().orElse(null);
  }

  private static BlockView view(BlockRecord record, @Nullable StatusReport report) {
    Block block = record.decided().block();
    BlockCertificate certificate = record.decided().certificate();
    return new BlockView(
        block.height(),
        block.header().timestampMs(),
        VoteViews.nameOf(report, block.header().proposer()),
        certificate.round(),
        block.coinbase().outputs().stream().mapToLong(o -> o.amount().units()).sum(),
        VoteViews.ofBlock(certificate, report),
        block.hash().toString(),
        block.header().parent().toString(),
        block.header().state().toString(),
        block.transactions().stream().map(Txid::toString).toList(),
        block.releases().stream().map(Txid::toString).toList());
  }

  /** Whether that text can be a height, a block's hash or a txid. */
  public static boolean canFind(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return HEIGHT.matcher(wanted).matches() || HASH.matcher(wanted).matches();
  }

  /** Looks for a height, a block's hash, or the block that a txid is in. */
  public void find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (canFind(wanted)) {
      search.set(Search.UNDER_WAY);
      finder.accept(wanted);
    } else {
      found.set(null);
      search.set(wanted.isEmpty() ? Search.NONE : Search.NOTHING);
    }
  }

  /** Newest first. */
  public ObservableList<BlockView> rows() {
    return rows;
  }

  /** How far the last search is. */
  public ReadOnlyObjectProperty<Search> searchProperty() {
    return search.getReadOnlyProperty();
  }

  /** The block the last search found, or null. */
  public ReadOnlyObjectProperty<@Nullable BlockView> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Where the chain stands. */
  public ReadOnlyObjectProperty<Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }
}
