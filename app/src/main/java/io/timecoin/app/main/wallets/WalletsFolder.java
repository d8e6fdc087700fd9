package io.timecoin.app.main.wallets;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.vm.wallets.WalletsPort;
import io.timecoin.app.wallet.Keyring;
import io.timecoin.app.wallet.Mnemonic;
import io.timecoin.app.wallet.file.FileSettings;
import io.timecoin.app.wallet.file.Opening;
import io.timecoin.app.wallet.file.WalletContents;
import io.timecoin.app.wallet.file.WalletFile;
import io.timecoin.app.wallet.file.WalletFolder;
import io.timecoin.app.wallet.file.WalletSecrets;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Network;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The folder of wallets. Its methods are for the thread of the screens; the files are touched on a
 * background thread.
 */
public final class WalletsFolder implements WalletsPort {

  private static final Texts TEXTS = Texts.of(WalletsFolder.class);
  private static final int ENTROPY_BYTES_PER_THREE_WORDS = 4;

  private final Path folder;
  private final WalletFolder wallets;
  private final FileSettings files;
  private final SecureRandom random;
  private final Threads threads;
  private final WalletNodes nodes;
  private final Consumer<OpenedWallet> opened;

  /**
   * Where things run.
   *
   * @param inOrder on a background thread, one after the other
   * @param onScreen on the thread of the screens
   */
  public record Threads(Consumer<Runnable> inOrder, Consumer<Runnable> onScreen) {}

  /**
   * Reads nothing yet.
   *
   * @param opened told every wallet that was made or opened, on the thread of the screens
   */
  public WalletsFolder(
      Path folder,
      FileSettings files,
      SecureRandom random,
      Threads threads,
      Consumer<OpenedWallet> opened) {
    this.folder = folder;
    this.wallets = new WalletFolder(folder);
    this.files = files;
    this.random = random;
    this.threads = threads;
    this.nodes = new WalletNodes(folder.resolve("nodes.json"));
    this.opened = opened;
  }

  /** Where the files are. */
  public Path folder() {
    return folder;
  }

  @Override
  public void list(Consumer<List<Entry>> answer) {
    threads
        .inOrder()
        .accept(
            () -> {
              List<Entry> found = read();
              threads.onScreen().accept(() -> answer.accept(found));
            });
  }

  private List<Entry> read() {
    try {
      return wallets.list().stream().map(WalletsFolder::entry).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Entry entry(WalletFolder.Entry found) {
    return new Entry(
        found.name(),
        found.network().map(Network::wireName).orElse("?"),
        found.modified().toEpochMilli());
  }

  @Override
  public String refusal(String name) {
    try {
      return wallets.check(name).map(WalletsFolder::words).orElse("");
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String words(WalletFolder.Refusal refusal) {
    return switch (refusal) {
      case NAME_TOO_LONG -> TEXTS.get("name.long", WalletFolder.NAME_CHARS_MAX);
      case NAME_EMPTY, NAME_CHARACTER, NAME_RESERVED -> TEXTS.get("name.characters");
      case NAME_TAKEN -> TEXTS.get("name.taken");
      case NO_SUCH_WALLET -> TEXTS.get("name.gone");
      case OPEN -> TEXTS.get("in.use");
    };
  }

  @Override
  public Mnemonic newWords(int count) {
    byte[] entropy = new byte[count / 3 * ENTROPY_BYTES_PER_THREE_WORDS];
    random.nextBytes(entropy);
    Mnemonic words = Mnemonic.ofEntropy(entropy);
    Arrays.fill(entropy, (byte) 0);
    return words;
  }

  @Override
  public void create(NewWallet wallet, Consumer<Outcome> done) {
    threads.inOrder().accept(() -> make(wallet, done));
  }

  private void make(NewWallet wallet, Consumer<Outcome> done) {
    char[] passphrase = wallet.passphrase().toCharArray();
    try {
      createFolder();
      WalletContents contents =
          WalletContents.create(
              wallet.name(),
              wallet.network(),
              Clock.systemUTC().instant(),
              WalletSecrets.ofWords(wallet.words(), passphrase));
      WalletFile file = WalletFile.create(path(wallet.name()), wallet.password(), contents, files);
      nodes.put(wallet.name(), wallet.node());
      open(wallet.name(), wallet.node(), file, contents, done);
    } catch (FileAlreadyExistsException e) {
      tell(done, new Outcome.Failed(TEXTS.get("name.taken")));
    } catch (IOException e) {
      tell(done, new Outcome.Failed(TEXTS.get("create.failed", String.valueOf(e.getMessage()))));
    } finally {
      Arrays.fill(passphrase, '\0');
      Arrays.fill(wallet.password(), '\0');
    }
  }

  /** Only their owner may look into it. */
  private void createFolder() throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Override
  public void open(String name, char[] password, Consumer<Outcome> done) {
    threads
        .inOrder()
        .accept(
            () -> {
              switch (opening(name, password)) {
                case Opening.Opened now -> {
                  URI standard = standardNode(now.contents());
                  open(name, nodes.of(name, standard), now.file(), now.contents(), done);
                }
                case Opening other -> tell(done, refused(other));
              }
            });
  }

  private Opening opening(String name, char[] password) {
    try {
      return WalletFile.open(path(name), password, files);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static URI standardNode(WalletContents contents) {
    return URI.create("ws://127.0.0.1:" + contents.about().network().webSocketPort());
  }

  private void open(
      String name, URI node, WalletFile file, WalletContents contents, Consumer<Outcome> done) {
    OpenedWallet wallet = new OpenedWallet(name, node, file, contents, threads.inOrder());
    threads
        .onScreen()
        .accept(
            () -> {
              done.accept(new Outcome.Opened());
              opened.accept(wallet);
            });
  }

  /** Gives a locked wallet its keys again. */
  public void unlock(
      OpenedWallet wallet,
      char[] password,
      Collection<Address> paidMeanwhile,
      Consumer<Outcome> done) {
    threads
        .inOrder()
        .accept(
            () -> {
              switch (opening(wallet.name(), password)) {
                case Opening.Opened now -> {
                  Keyring keyring = now.contents().keyring();
                  threads
                      .onScreen()
                      .accept(
                          () -> {
                            wallet.reopened(now.file(), now.contents());
                            wallet.purse().unlock(keyring, paidMeanwhile);
                            done.accept(new Outcome.Opened());
                          });
                }
                case Opening other -> tell(done, refused(other));
              }
            });
  }

  private static Outcome refused(Opening opening) {
    return switch (opening) {
      case Opening.Opened _ -> new Outcome.Opened();
      case Opening.WrongPassword _ -> new Outcome.WrongPassword();
      case Opening.Damaged damaged ->
          new Outcome.Failed(
              TEXTS.get(damaged.hasBackup() ? "damaged.backup" : "damaged", damaged.reason()));
      case Opening.TooNew newer -> new Outcome.Failed(TEXTS.get("newer", newer.version()));
      case Opening.Locked _ -> new Outcome.Failed(TEXTS.get("in.use"));
      case Opening.Unreadable unreadable ->
          new Outcome.Failed(TEXTS.get("unreadable", unreadable.reason()));
    };
  }

  @Override
  public void delete(String name, Consumer<Outcome> done) {
    threads.inOrder().accept(() -> tell(done, putAside(name)));
  }

  private Outcome putAside(String name) {
    try {
      return wallets
          .delete(name)
          .<Outcome>map(refusal -> new Outcome.Failed(words(refusal)))
          .orElse(new Outcome.Opened());
    } catch (IOException e) {
      return new Outcome.Failed(TEXTS.get("delete.failed", String.valueOf(e.getMessage())));
    }
  }

  private void tell(Consumer<Outcome> done, Outcome outcome) {
    threads.onScreen().accept(() -> done.accept(outcome));
  }

  private Path path(String name) {
    return wallets.file(name);
  }
}
