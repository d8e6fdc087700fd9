package io.timecoin.app.wallet.file;

import static io.timecoin.app.wallet.file.Wallets.WEAK;
import static io.timecoin.app.wallet.file.Wallets.facts;
import static io.timecoin.app.wallet.file.Wallets.password;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.wallet.book.LabelTarget;
import io.timecoin.node.crypto.PasswordKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process dies while it saves: at every byte it writes, and before and after every rename. */
class TornSaveTest {

  private static final PasswordKey.Cost CHEAP = new PasswordKey.Cost(8, 1);
  private static final WalletContents BEFORE = Wallets.small();
  private static final WalletContents OLD = labelled(BEFORE, "old");
  private static final WalletContents NEW = labelled(BEFORE, "new and longer than the one before");

  @TempDir private Path folder;
  private Path path;

  private static WalletContents labelled(WalletContents contents, String label) {
    return contents.with(
        contents
            .book()
            .with(
                contents
                    .book()
                    .labels()
                    .with(new LabelTarget.OfAddress(Wallets.address(1)), label)));
  }

  /** The real disk, until it has done so many steps: bytes, renames, syncs. */
  private static final class DyingDisk implements Disk {
    private final List<String> done = new ArrayList<>();
    private int stepsLeft;

    DyingDisk(int steps) {
      this.stepsLeft = steps;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
      int written = Math.min(stepsLeft, content.length);
      Disk.REAL.write(file, Arrays.copyOf(content, written));
      stepsLeft -= written;
      if (written < content.length) {
        stepsLeft = 0;
      }
      step("write " + ending(file));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      step("rename " + ending(from) + " to " + ending(to));
      Disk.REAL.rename(from, to);
    }

    @Override
    public void syncFolder(Path at) throws IOException {
      step("sync folder");
      Disk.REAL.syncFolder(at);
    }

    private void step(String what) throws IOException {
      if (stepsLeft-- <= 0) {
        stepsLeft = 0;
        throw new IOException("dead");
      }
      done.add(what);
    }

    private static String ending(Path file) {
      String name = file.getFileName().toString();
      return name.substring(name.indexOf(WalletFile.ENDING) + WalletFile.ENDING.length());
    }
  }

  private static Opening.Opened open(Path file, FileSettings settings) {
    Opening opening = WalletFile.open(file, password(), settings);
    assertThat(opening).isInstanceOf(Opening.Opened.class);
    return (Opening.Opened) opening;
  }

  /** Saves with a disk that dies; gives back whether it lived. */
  private boolean save(DyingDisk disk) {
    try (WalletFile file = open(path, new FileSettings(new SecureRandom(), CHEAP, disk)).file()) {
      file.save(NEW);
      return true;
    } catch (IOException e) {
      assertThat(e).hasMessage("dead");
      return false;
    }
  }

  private void prepare() throws IOException {
    path = folder.resolve("w.timewallet");
    try (WalletFile file = WalletFile.create(path, password(), BEFORE, WEAK)) {
      file.save(OLD);
    }
  }

  private static void assertReads(Path file, WalletContents... any) {
    Opening.Opened opened = open(file, WEAK);
    opened.file().close();
    assertThat(List.of(any))
        .extracting(contents -> facts(contents.named(opened.contents().about().name())))
        .contains(facts(opened.contents()));
  }

  @Test
  void whereverASaveEndsTheOldOrTheNewWalletIsWhole() throws IOException {
    prepare();
    byte[] old = Files.readAllBytes(path);
    byte[] backup = Files.readAllBytes(Beside.backup(path));
    Set<String> seen = new HashSet<>();
    boolean lived = false;
    for (int steps = 0; !lived; steps++) {
      Files.write(path, old);
      Files.write(Beside.backup(path), backup);
      lived = save(new DyingDisk(steps));
      seen.add(Arrays.equals(Files.readAllBytes(path), old) ? "old" : "new");
      assertReads(path, OLD, NEW);
      assertReads(Beside.backup(path), BEFORE, OLD);
    }
    assertThat(seen).containsExactlyInAnyOrder("old", "new");
    assertReads(path, NEW);
    assertReads(Beside.backup(path), OLD);
  }

  @Test
  void contentIsDurableBeforeItGetsItsName() throws IOException {
    prepare();
    DyingDisk disk = new DyingDisk(Integer.MAX_VALUE);
    save(disk);
    assertThat(disk.done)
        .containsExactly(
            "write .new",
            "write .bak.new",
            "rename .bak.new to .bak",
            "sync folder",
            "rename .new to ",
            "sync folder");
  }

  @Test
  void leftoversOfADeadSaveDoNotHinderTheNext() throws IOException {
    prepare();
    assertThat(save(new DyingDisk(100))).isFalse();
    assertThat(Beside.of(path, ".new")).exists();
    assertThat(save(new DyingDisk(Integer.MAX_VALUE))).isTrue();
    assertThat(Beside.of(path, ".new")).doesNotExist();
    assertReads(path, NEW);
  }
}
