package io.timecoin.node.store.archive;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints on disk: one folder each, named by the height, with a file for each part and an index
 * of their hashes. The newest two stay. Written by the thread that settles, read from any.
 */
public final class Checkpoints {
  private static final int KEPT = 2;
  private static final String INDEX = "index";
  private static final String UNFINISHED = ".new";

  private final Path folder;
  private volatile @Nullable Checkpoint newest;

  /**
   * A checkpoint.
   *
   * @param height of the block whose state it is
   * @param chunks SHA3-256 of each part's bytes, in order
   */
  public record Checkpoint(long height, List<Hash256> chunks) {
    /** Keeps a copy. */
    public Checkpoint {
      chunks = List.copyOf(chunks);
    }
  }

  /** In that folder; what is damaged or unfinished is not offered. */
  public Checkpoints(Path folder) {
    this.folder = folder;
    this.newest =
        heights().reversed().stream().flatMap(h -> read(h).stream()).findFirst().orElse(null);
  }

  /** The newest one. */
  public Optional<Checkpoint> newest() {
    return Optional.ofNullable(newest);
  }

  /** The bytes of a part, or empty if it is not here any more. */
  public Optional<byte[]> chunk(long height, int index) {
    try {
      return Optional.of(Files.readAllBytes(part(folder.resolve(String.valueOf(height)), index)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path part(Path of, int index) {
    return of.resolve("part-%05d".formatted(index));
  }

  private List<Long> heights() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.matches("[0-9]{1,18}"))
          .map(Long::valueOf)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Optional<Checkpoint> read(long height) {
    try {
      List<Hash256> chunks =
          Files.readAllLines(folder.resolve(String.valueOf(height)).resolve(INDEX)).stream()
              .map(Hash256::parse)
              .toList();
      return Optional.of(new Checkpoint(height, chunks));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Writes one of the archive as it stands: the thread that settles must be the caller. */
  public void write(RocksArchive archive) throws StoreException {
    long height = archive.facts().orElseThrow().tip().height();
    Path finished = folder.resolve(String.valueOf(height));
    Path unfinished = folder.resolve(height + UNFINISHED);
    try {
      delete(unfinished);
      Files.createDirectories(unfinished);
      List<Hash256> chunks = new ArrayList<>();
      Parts.write(
          archive.database(),
          (index, bytes) -> {
            Files.write(part(unfinished, index), bytes);
            chunks.add(Hash256.of(Hashes.sha3(bytes)));
          });
      Files.write(unfinished.resolve(INDEX), chunks.stream().map(Hash256::toString).toList());
      delete(finished);
      Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
      newest = new Checkpoint(height, chunks);
      List<Long> all = heights();
      for (Long old : all.subList(0, Math.max(0, all.size() - KEPT))) {
        delete(folder.resolve(String.valueOf(old)));
      }
    } catch (IOException e) {
      throw ArchiveFaults.of("cannot write the checkpoint of block " + height, e);
    }
  }

  private static void delete(Path of) throws IOException {
    if (Files.isDirectory(of)) {
      try (Stream<Path> files = Files.walk(of)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
