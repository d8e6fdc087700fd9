package io.timecoin.app.state;

import io.timecoin.node.protocol.BlockRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The blocks that are known here: the newest ones, and those that were searched for.
 *
 * @param newestFirst at most {@link #MAX}
 * @param search the last one, or null before the first
 */
public record BlockList(List<BlockRecord> newestFirst, @Nullable Search search) {

  /** Enough to look back; older ones are found by a search. */
  public static final int MAX = 200;

  /** None. */
  public static final BlockList EMPTY = new BlockList(List.of(), null);

  /**
   * Somebody looked for a block.
   *
   * @param text as it was typed
   * @param open answers that have not come
   * @param height of the block that was found, or null while none is
   */
  public record Search(String text, int open, @Nullable Long height) {}

  /** Height of the newest, 0 if there is none. */
  public long height() {
    return newestFirst.isEmpty() ? 0 : newestFirst.getFirst().decided().height();
  }

  /** With these too; the oldest leave when there are too many. */
  BlockList with(List<BlockRecord> more) {
    TreeMap<Long, BlockRecord> all = new TreeMap<>();
    newestFirst.forEach(record -> all.put(record.decided().height(), record));
    more.forEach(record -> all.put(record.decided().height(), record));
    while (all.size() > MAX) {
      all.pollFirstEntry();
    }
    return new BlockList(List.copyOf(all.descendingMap().values()), search);
  }

  /** The search begins. */
  BlockList searching(String text, int questions) {
    return new BlockList(newestFirst, new Search(text, questions, null));
  }

  /** One of the search's questions is answered. A block below all others pushes the oldest out. */
  BlockList answered(String text, List<BlockRecord> found) {
    Search asked = search;
    if (asked == null || !asked.text().equals(text)) {
      return this;
    }
    Long height =
        found.isEmpty() ? asked.height() : Long.valueOf(found.getFirst().decided().height());
    List<BlockRecord> room = new ArrayList<>(newestFirst);
    while (!found.isEmpty() && room.size() >= MAX) {
      room.removeLast();
    }
    BlockList with = new BlockList(List.copyOf(room), search).with(found);
    return new BlockList(
        with.newestFirst(), new Search(text, Math.max(0, asked.open() - 1), height));
  }
}
