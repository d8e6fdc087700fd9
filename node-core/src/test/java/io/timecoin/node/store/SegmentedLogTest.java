package io.timecoin.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SegmentedLogTest {
  private static final Hash256 GENESIS = new Hash256(1, 2, 3, 4);
  private static final PublicKey KEY = new PublicKey(5, 6, 7, 8);
  private static final long SEGMENT_BYTES = 400;

  @TempDir Path folder;
  private final FailingDisk disk = new FailingDisk();

  private SegmentedLog open() throws StoreException {
    return SegmentedLog.open(disk, folder, GENESIS, KEY, SEGMENT_BYTES);
  }

  private static List<byte[]> batch(String... payloads) {
    return Arrays.stream(payloads).map(p -> p.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private static List<String> contents(SegmentedLog log) throws StoreException {
    return replayed(log, 1);
  }

  private static List<String> replayed(SegmentedLog log, long from) throws StoreException {
    List<String> contents = new ArrayList<>();
    log.replay(from, (_, _, payload) -> contents.add(new String(payload, StandardCharsets.UTF_8)));
    return contents;
  }

  private void write(String... payloads) throws Exception {
    try (SegmentedLog log = open()) {
      for (String payload : payloads) {
        log.append(batch(payload));
      }
    }
  }

  private Path segment(int number) {
    return Segment.fileOf(folder, number);
  }

  private List<String> reopened() throws Exception {
    try (SegmentedLog log = open()) {
      return contents(log);
    }
  }

  @Test
  void replaysWhatWasAppendedInOrder() throws Exception {
    write("[1]", "[2]");
    try (SegmentedLog log = open()) {
      assertThat(log.tornTail()).isEmpty();
      assertThat(contents(log)).containsExactly("[1]", "[2]");
      log.append(batch("[3]", "[4]"));
    }
    assertThat(reopened()).containsExactly("[1]", "[2]", "[3]", "[4]");
  }

  @Test
  void goesOnInTheNextFilePastTheSegmentsLength() throws Exception {
    String large = "[" + "7".repeat((int) SEGMENT_BYTES) + "]";
    write(large, large, "[3]");
    assertThat(segment(3)).exists();
    assertThat(reopened()).containsExactly(large, large, "[3]");
  }

  @Test
  void cutsTheLastFrameWhereverACrashEndedIt() throws Exception {
    write("[1]", "[2]");
    long secondFrame = Files.size(segment(1)) - Frames.PREFIX_BYTES - 3;
    byte[] whole = Files.readAllBytes(segment(1));
    for (int length = (int) secondFrame; length < whole.length; length++) {
      Files.write(segment(1), Arrays.copyOf(whole, length));
      try (SegmentedLog log = open()) {
        assertThat(contents(log)).as("cut at byte %d", length).containsExactly("[1]");
        long cut = length - secondFrame;
        assertThat(log.tornTail().map(TornTail::bytes).orElse(0L)).isEqualTo(cut);
        log.append(batch("[3]"));
      }
      assertThat(reopened()).containsExactly("[1]", "[3]");
    }
  }

  @Test
  void cutsALastFrameWithAnyDamagedByte() throws Exception {
    write("[1]", "[2]");
    byte[] whole = Files.readAllBytes(segment(1));
    for (int at = whole.length - Frames.PREFIX_BYTES - 3; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x40;
      Files.write(segment(1), damaged);
      assertThat(reopened()).as("byte %d", at).containsExactly("[1]");
    }
  }

  @Test
  void cutsATailOfZerosThatAFileSystemLeft() throws Exception {
    write("[1]");
    Files.write(segment(1), new byte[5000], StandardOpenOption.APPEND);
    try (SegmentedLog log = open()) {
      assertThat(log.tornTail())
          .hasValueSatisfying(tail -> assertThat(tail.bytes()).isEqualTo(5000));
      assertThat(contents(log)).containsExactly("[1]");
    }
  }

  @Test
  void refusesDamageWithGoodFramesBehindItNamingFileAndOffset() throws Exception {
    write("[1]", "[2]", "[3]");
    byte[] damaged = Files.readAllBytes(segment(1));
    int second = damaged.length - 2 * (Frames.PREFIX_BYTES + 3);
    damaged[second + Frames.PREFIX_BYTES + 1] = '9';
    Files.write(segment(1), damaged);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::open)
        .withMessageContaining("at byte " + second)
        .withMessageContaining(segment(1).toString())
        .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.CORRUPT))
        .satisfies(e -> assertThat(e.remedy()).contains("copy").contains("new masternode key"));
    assertThat(segment(1)).as("evidence stays").hasBinaryContent(damaged);
  }

  @Test
  void refusesAnEarlierFileThatIsCutShortOrMissing() throws Exception {
    String large = "[" + "7".repeat((int) SEGMENT_BYTES) + "]";
    write("[1]", large, "[3]");
    byte[] first = Files.readAllBytes(segment(1));
    Files.write(
        segment(1), Arrays.copyOf(first, first.length - Frames.PREFIX_BYTES - large.length()));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::reopened)
        .withMessageContaining("link to the file before it");
    Files.delete(segment(1));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::reopened)
        .withMessageContaining("missing");
  }

  @Test
  void refusesTheJournalOfAnotherNetworkKeyOrVersion() throws Exception {
    write("[1]");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () -> SegmentedLog.open(disk, folder, new Hash256(9, 9, 9, 9), KEY, SEGMENT_BYTES))
        .withMessageContaining("another genesis file");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () ->
                SegmentedLog.open(disk, folder, GENESIS, new PublicKey(9, 9, 9, 9), SEGMENT_BYTES))
        .withMessageContaining("another node key");
    SegmentHeader header = SegmentHeader.decode(Files.readAllBytes(segment(1))).orElseThrow();
    SegmentHeader later =
        new SegmentHeader(3, GENESIS, KEY, header.journal(), header.number(), 0, header.kind());
    Files.write(segment(1), later.encode());
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::open)
        .withMessageContaining("format version 3");
  }

  @ParameterizedTest
  @EnumSource(
      value = FailingDisk.Failing.class,
      names = {"WRITE", "FORCE", "EVERYTHING"})
  void failedBatchLeavesNothingAndALaterOneWorks(FailingDisk.Failing failing) throws Exception {
    try (SegmentedLog log = open()) {
      log.append(batch("[1]"));
      disk.failing = failing;
      for (int i = 0; i < 3; i++) {
        assertThatExceptionOfType(StoreException.class)
            .isThrownBy(() -> log.append(batch("[2]", "[3]")))
            .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.DISK))
            .satisfies(e -> assertThat(e.remedy()).contains("Free space"));
      }
      disk.failing = FailingDisk.Failing.NOTHING;
      log.append(batch("[4]"));
      assertThat(contents(log)).containsExactly("[1]", "[4]");
    }
    assertThat(reopened()).containsExactly("[1]", "[4]");
  }

  @Test
  void aNextFileThatCannotBeCreatedIsTriedAgain() throws Exception {
    String large = "[" + "7".repeat((int) SEGMENT_BYTES) + "]";
    try (SegmentedLog log = open()) {
      log.append(batch(large));
      disk.failing = FailingDisk.Failing.CREATE;
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> log.append(batch("[2]")))
          .withMessageContaining("cannot create " + segment(2));
      disk.failing = FailingDisk.Failing.NOTHING;
      log.append(batch("[2]"));
    }
    assertThat(reopened()).containsExactly(large, "[2]");
  }

  @Test
  void folderServesOneNodeAtATime() throws Exception {
    FolderLock first = FolderLock.take(folder);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> FolderLock.take(folder))
        .withMessageContaining("in use by another node (process " + ProcessHandle.current().pid())
        .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.LOCKED));
    first.close();
    FolderLock.take(folder).close();
  }

  @Test
  void noPayloadOfJsonLooksLikeAFrame() throws IOException {
    byte[] inner = Frames.encode(batch("[1]").getFirst()).array();
    assertThat(Frames.anyFrom(inner, 0)).isTrue();
    assertThat(
            Frames.anyFrom(
                "[\"\\u0000\\u0000\\u0000\\u0003\"]".repeat(99).getBytes(StandardCharsets.UTF_8),
                0))
        .isFalse();
  }

  @Test
  void aCutIsReplayedFromItselfAloneOrPassedOverFromTheBeginning() throws Exception {
    try (SegmentedLog log = open()) {
      log.append(batch("[1]", "[2]"));
      long cut = log.cut(batch("[live]"));
      log.append(batch("[3]"));
      assertThat(replayed(log, 1)).containsExactly("[1]", "[2]", "[3]");
      assertThat(replayed(log, cut)).containsExactly("[live]", "[3]");
      log.deleteBefore(cut);
      assertThat(log.first()).isEqualTo(cut);
    }
    try (SegmentedLog log = open()) {
      log.append(batch("[4]"));
      assertThat(replayed(log, log.first())).containsExactly("[live]", "[3]", "[4]");
      assertThatExceptionOfType(StoreException.class).isThrownBy(() -> replayed(log, 1));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FailingDisk.Failing.class,
      names = {"CREATE", "WRITE", "FORCE", "EVERYTHING"})
  void aCutThatFailsChangesNothing(FailingDisk.Failing failing) throws Exception {
    try (SegmentedLog log = open()) {
      log.append(batch("[1]"));
      disk.failing = failing;
      assertThatExceptionOfType(StoreException.class).isThrownBy(() -> log.cut(batch("[live]")));
      disk.failing = FailingDisk.Failing.NOTHING;
      log.append(batch("[2]"));
    }
    try (SegmentedLog log = open()) {
      assertThat(replayed(log, 1)).containsExactly("[1]", "[2]");
    }
  }

  @Test
  void filesOfTheFirstVersionAreReadAndGoneOnFrom() throws Exception {
    try (SegmentedLog log = open()) {
      log.append(batch("[1]"));
    }
    byte[] content = Files.readAllBytes(segment(1));
    SegmentHeader now = SegmentHeader.decode(content).orElseThrow();
    byte[] old =
        new SegmentHeader(1, GENESIS, KEY, now.journal(), 1, 0, SegmentHeader.Kind.RECORDS)
            .encode();
    byte[] frames = Arrays.copyOfRange(content, now.bytes(), content.length);
    byte[] migrated = Arrays.copyOf(old, old.length + frames.length);
    System.arraycopy(frames, 0, migrated, old.length, frames.length);
    Files.write(segment(1), migrated);
    try (SegmentedLog log = open()) {
      log.append(batch("[2]"));
      log.cut(batch("[live]"));
      assertThat(replayed(log, 1)).containsExactly("[1]", "[2]");
    }
  }
}
