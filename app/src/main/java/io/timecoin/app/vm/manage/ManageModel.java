package io.timecoin.app.vm.manage;

import io.timecoin.app.state.SessionState;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.wallet.Contact;
import io.timecoin.app.wallet.book.Bip329;
import io.timecoin.app.wallet.book.Book;
import io.timecoin.app.wallet.book.Contacts;
import io.timecoin.app.wallet.history.HistoryCsv;
import io.timecoin.node.base.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** Looking after a wallet. */
public final class ManageModel implements Screen {

  private final Purse purse;
  private final Names names;
  private final ManagePort port;
  private @Nullable SessionState state;

  /** Why a contact or key was not taken; the screen says it in words. */
  public enum Refusal {
    NONE,
    NAME_MISSING,
    NAME_TOO_LONG,
    NAME_TAKEN,
    ADDRESS_TAKEN,
    NOT_AN_ADDRESS,
    OTHER_NETWORK,
    NOT_A_KEY,
    FULL,
    LOCKED
  }

  /**
   * What came of reading labels.
   *
   * @param taken lines that are in the wallet now
   * @param bad lines that were left out
   * @param firstBad the first of them with its reason, or empty
   */
  public record Imported(int taken, int bad, String firstBad, Runnable undo) {}

  /** For that wallet. */
  public ManageModel(Purse purse, Names names, ManagePort port) {
    this.purse = purse;
    this.names = names;
    this.port = port;
  }

  @Override
  public void show(SessionState now, long at) {
    state = now;
  }

  /** Whether the wallet has a file, words and a password. */
  public boolean hasFile() {
    return port.hasFile();
  }

  /** Whether a password is needed first. */
  public ReadOnlyBooleanProperty lockedProperty() {
    return purse.lockedProperty();
  }

  /** Tells the words behind that password. */
  public void words(String password, Consumer<ManagePort.Words> answer) {
    port.words(password.toCharArray(), answer);
  }

  /** Encrypts the file with another password. */
  public void changePassword(String old, String next, Consumer<ManagePort.Done> answer) {
    port.changePassword(old.toCharArray(), next.toCharArray(), answer);
  }

  /** Copies the file. */
  public void backup(Consumer<ManagePort.Done> answer) {
    port.backup(answer);
  }

  /** Writes the history as CSV. */
  public void exportHistory(Consumer<ManagePort.Done> answer) {
    StringBuilder text = new StringBuilder();
    SessionState now = state;
    if (now != null) {
      try {
        HistoryCsv.write(History.of(now, names, purse.book().labels()), text);
      } catch (IOException e) {
        throw new UncheckedIOException("a text takes everything", e);
      }
    }
    port.write("history.csv", text.toString(), answer);
  }

  /** Writes labels and frozen coins for other wallets, as BIP-329. */
  public void exportLabels(Consumer<ManagePort.Done> answer) {
    port.write("labels.jsonl", Bip329.export(purse.book()), answer);
  }

  /** Reads labels of another wallet; what is there already and not mentioned stays. */
  public void importLabels(Consumer<Imported> imported, Consumer<String> failed) {
    port.read(
        text -> {
          switch (text) {
            case ManagePort.Text.Read read -> merge(read.content(), imported, failed);
            case ManagePort.Text.Failed cannot -> failed.accept(cannot.reason());
            case ManagePort.Text.None _ -> {}
          }
        });
  }

  private void merge(String content, Consumer<Imported> imported, Consumer<String> failed) {
    try {
      Bip329.Merged merged = Bip329.merge(purse.book(), content);
      purse.write(_ -> merged.after());
      String first =
          merged.bad().isEmpty()
              ? ""
              : merged.bad().getFirst().number() + ": " + merged.bad().getFirst().reason();
      imported.accept(
          new Imported(
              merged.taken(),
              merged.badLines(),
              first,
              () -> purse.write(book -> undone(book, merged.before()))));
    } catch (IllegalArgumentException e) {
      failed.accept(String.valueOf(e.getMessage()));
    }
  }

  /** Contacts that were added since stay. */
  private static Book undone(Book now, Book before) {
    return before.with(now.contacts());
  }

  /** One more contact. */
  public Refusal addContact(String name, String address) {
    try {
      Address read = Address.parse(address.strip());
      if (!read.belongsTo(purse.keyring().network())) {
        return Refusal.OTHER_NETWORK;
      }
      return changed(purse.book().contacts().add(name, read));
    } catch (IllegalArgumentException e) {
      return Refusal.NOT_AN_ADDRESS;
    }
  }

  /** One less. */
  public Refusal removeContact(String name) {
    return changed(purse.book().contacts().remove(name));
  }

  private Refusal changed(Contacts.Change change) {
    if (purse.lockedProperty().get()) {
      return Refusal.LOCKED;
    }
    return switch (change) {
      case Contacts.Changed done -> {
        purse.write(book -> book.with(done.contacts()));
        yield Refusal.NONE;
      }
      case Contacts.NameTaken _ -> Refusal.NAME_TAKEN;
      case Contacts.AddressTaken _ -> Refusal.ADDRESS_TAKEN;
      case Contacts.NameMissing _, Contacts.Unknown _ -> Refusal.NAME_MISSING;
      case Contacts.NameTooLong _ -> Refusal.NAME_TOO_LONG;
      case Contacts.Full _ -> Refusal.FULL;
    };
  }

  /** A single key that the words do not restore, as 64 hex digits. */
  public Refusal importKey(String hex) {
    if (purse.lockedProperty().get()) {
      return Refusal.LOCKED;
    }
    try {
      port.importKey(hex.strip());
      return Refusal.NONE;
    } catch (IllegalArgumentException e) {
      return Refusal.NOT_A_KEY;
    }
  }

  /** One more address to watch, without its key. */
  public Refusal watch(String address) {
    if (purse.lockedProperty().get()) {
      return Refusal.LOCKED;
    }
    try {
      Address read = Address.parse(address.strip());
      if (!read.belongsTo(purse.keyring().network())) {
        return Refusal.OTHER_NETWORK;
      }
      port.watch(read);
      return Refusal.NONE;
    } catch (IllegalArgumentException e) {
      return Refusal.NOT_AN_ADDRESS;
    }
  }

  /** Names and addresses, in their order. */
  public List<ContactLine> contacts() {
    return purse.book().contacts().list().stream().map(ContactLine::of).toList();
  }

  /** Somebody to pay. */
  public record ContactLine(String name, String address) {
    static ContactLine of(Contact contact) {
      return new ContactLine(contact.name(), contact.address().toString());
    }
  }

  /** Changes whenever {@link #contacts} does. */
  public ReadOnlyObjectProperty<?> changes() {
    return purse.bookProperty();
  }
}
