package io.timecoin.app.wallet.file;

import io.timecoin.node.base.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of wallets, each under its name. Nothing here is ever overwritten or erased.
 *
 * @param folder need not exist yet
 */
public record WalletFolder(Path folder) {

  /** Characters of a name at most. */
  public static final int NAME_CHARS_MAX = 60;

  /** Where deleted wallets go. */
  public static final String DELETED = "deleted";

  private static final int WALLETS_MAX = 1_000;

  /** What some file system or shell cannot take in a name, or shows misleadingly. */
  private static final Pattern BAD_CHARACTER =
      Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

  private static final Pattern DEVICE_OF_WINDOWS =
      Pattern.compile("(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

  /**
   * A wallet that lies in the folder.
   *
   * @param network empty if the file is damaged at its begin; only opening it proves the network
   * @param modified when it was saved
   */
  public record Entry(String name, Optional<Network> network, Path file, Instant modified) {}

  /** Why a wallet cannot be created, renamed or deleted. */
  public enum Refusal {
    NAME_EMPTY,
    /** More than {@link #NAME_CHARS_MAX} characters. */
    NAME_TOO_LONG,
    /** A character that not every file system takes, such as a slash. */
    NAME_CHARACTER,
    /** It begins or ends with a dot, or is the name of a device of Windows. */
    NAME_RESERVED,
    /** There is a wallet of that name, or its backup, perhaps in other upper and lower case. */
    NAME_TAKEN,
    NO_SUCH_WALLET,
    /** It is open, here or in another process. */
    OPEN
  }

  /**
   * The wallets by name, the first {@value #WALLETS_MAX}.
   *
   * @throws IOException if the folder cannot be read; a missing one is empty
   */
  public List<Entry> list() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path file : files()) {
      if (file.toString().endsWith(WalletFile.ENDING)) {
        entries.add(
            new Entry(
                WalletFile.nameOf(file),
                network(file),
                file,
                Files.getLastModifiedTime(file).toInstant()));
      }
    }
    entries.sort(Comparator.comparing((Entry entry) -> key(entry.name())));
    return List.copyOf(entries.subList(0, Math.min(WALLETS_MAX, entries.size())));
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static Optional<Network> network(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return FileLayout.network(stream.readNBytes(FileLayout.HEAD_BYTES));
    }
  }

  /** Where a wallet of that name lies, or would. */
  public Path file(String name) {
    return folder.resolve(tidied(name) + WalletFile.ENDING);
  }

  /** Whether a wallet can be created under that name. */
  public Optional<Refusal> check(String name) throws IOException {
    String tidy = tidied(name);
    if (tidy.isEmpty()) {
      return Optional.of(Refusal.NAME_EMPTY);
    }
    if (tidy.length() > NAME_CHARS_MAX) {
      return Optional.of(Refusal.NAME_TOO_LONG);
    }
    if (BAD_CHARACTER.matcher(tidy).find() || !canBeWritten(tidy)) {
      return Optional.of(Refusal.NAME_CHARACTER);
    }
    if (tidy.startsWith(".") || tidy.endsWith(".") || DEVICE_OF_WINDOWS.matcher(tidy).matches()) {
      return Optional.of(Refusal.NAME_RESERVED);
    }
    return isTaken(tidy) ? Optional.of(Refusal.NAME_TAKEN) : Optional.empty();
  }

  /** A system without a locale has file names of ASCII only. */
  private boolean canBeWritten(String name) {
    try {
      return !file(name).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private boolean isTaken(String name) throws IOException {
    String wallet = key(name + WalletFile.ENDING);
    String backup = key(String.valueOf(Beside.backup(file(name)).getFileName()));
    return files().stream()
        .map(file -> key(String.valueOf(file.getFileName())))
        .anyMatch(taken -> taken.equals(wallet) || taken.equals(backup));
  }

  /** Gives a wallet another name, and its backup with it. */
  public Optional<Refusal> rename(String oldName, String newName) throws IOException {
    if (!holds(oldName)) {
      return Optional.of(Refusal.NO_SUCH_WALLET);
    }
    Optional<Refusal> refusal = check(newName);
    return refusal.isPresent() ? refusal : move(file(oldName), file(newName));
  }

  /** Puts a wallet and its backup into the folder {@link #DELETED}. */
  public Optional<Refusal> delete(String name) throws IOException {
    if (!holds(name)) {
      return Optional.of(Refusal.NO_SUCH_WALLET);
    }
    WalletFolder deleted = new WalletFolder(folder.resolve(DELETED));
    Files.createDirectories(deleted.folder());
    String free = tidied(name);
    for (int number = 2; deleted.isTaken(free); number++) {
      free = tidied(name) + " " + number;
    }
    return move(file(name), deleted.file(free));
  }

  /** Not with a name that leads out of the folder. */
  private boolean holds(String name) {
    Path file = file(name).normalize();
    return folder.normalize().equals(file.getParent()) && Files.exists(file);
  }

  private static Optional<Refusal> move(Path from, Path to) throws IOException {
    Optional<FileLocks.Held> held = FileLocks.take(from);
    if (held.isEmpty()) {
      return Optional.of(Refusal.OPEN);
    }
    try (FileLocks.Held _ = held.get()) {
      if (Files.exists(Beside.backup(from))) {
        Files.move(Beside.backup(from), Beside.backup(to));
      }
      Files.move(from, to);
    }
    FileLocks.forget(from);
    return Optional.empty();
  }

  private static String tidied(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip();
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
