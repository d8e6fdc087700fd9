package io.timecoin.app.vm;

import io.timecoin.app.wallet.Keyring;
import io.timecoin.app.wallet.book.Book;
import io.timecoin.node.base.Address;
import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The wallet whose money the screens show: its keys and what was written beside it. Every change is
 * kept at once. For the thread of the screens.
 */
public final class Purse {

  private final Kept kept;
  private final ReadOnlyObjectWrapper<Keyring> keyring;
  private final ReadOnlyObjectWrapper<Book> book;
  private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper(this, "locked");

  /** Where a wallet is kept. */
  public interface Kept {
    /** Keeps nothing: a wallet that lives as long as the program. */
    Kept NOWHERE =
        new Kept() {
          @Override
          public void keep(Keyring keyring, Book book) {
            // made anew each time
          }

          @Override
          public void locked() {
            // never is
          }
        };

    /** Keeps how far addresses are used, and the book; returns at once. */
    void keep(Keyring keyring, Book book);

    /** The keys were cleared; what could decrypt the file has to be cleared too. */
    void locked();
  }

  /** A wallet that is open. */
  public Purse(Keyring keyring, Book book, Kept kept) {
    this.keyring = new ReadOnlyObjectWrapper<>(this, "keyring", keyring);
    this.book = new ReadOnlyObjectWrapper<>(this, "book", book);
    this.kept = kept;
  }

  /** These addresses have been paid; others are handed out from now on. */
  public void paid(Collection<Address> addresses) {
    change(keyring.get().paid(addresses));
  }

  /** Moves on to another address for the next payment; whether there is one. */
  public boolean fresh() {
    Optional<Keyring> next = keyring.get().fresh();
    next.ifPresent(this::change);
    return next.isPresent();
  }

  /** Takes a key or an address more. */
  public void grow(UnaryOperator<Keyring> more) {
    change(more.apply(keyring.get()));
  }

  private void change(Keyring next) {
    if (!next.equals(keyring.get())) {
      keyring.set(next);
      keep();
    }
  }

  /** Changes what is written beside the money; not while it is locked. */
  public void write(UnaryOperator<Book> change) {
    Book next = change.apply(book.get());
    if (!locked.get() && !next.equals(book.get())) {
      book.set(next);
      keep();
    }
  }

  private void keep() {
    if (!locked.get()) {
      kept.keep(keyring.get(), book.get());
    }
  }

  /** Clears the keys; the money is watched on. */
  public void lock() {
    if (!locked.get()) {
      locked.set(true);
      keyring.get().close();
      kept.locked();
    }
  }

  /** Takes the keys again, with the addresses used as far as was seen meanwhile. */
  public void unlock(Keyring opened, Collection<Address> paidMeanwhile) {
    keyring.set(opened.paid(paidMeanwhile));
    locked.set(false);
    keep();
  }

  /** Its keys and addresses. */
  public Keyring keyring() {
    return keyring.get();
  }

  /** Its keys and addresses. */
  public ReadOnlyObjectProperty<Keyring> keyringProperty() {
    return keyring.getReadOnlyProperty();
  }

  /** Labels, contacts, frozen coins. */
  public Book book() {
    return book.get();
  }

  /** Labels, contacts, frozen coins. */
  public ReadOnlyObjectProperty<Book> bookProperty() {
    return book.getReadOnlyProperty();
  }

  /** Whether nothing can be signed until a password is given. */
  public ReadOnlyBooleanProperty lockedProperty() {
    return locked.getReadOnlyProperty();
  }
}
