package io.timecoin.app.vm;

import io.timecoin.app.state.Messages;
import io.timecoin.app.wallet.Contact;
import io.timecoin.app.wallet.Keyring;
import io.timecoin.app.wallet.book.Book;
import io.timecoin.app.wallet.book.Contacts;
import io.timecoin.app.wallet.keys.AccountKeys;
import io.timecoin.app.wallet.keys.Positions;
import io.timecoin.node.base.Network;
import java.util.List;

/** Wallets for tests. */
public final class Purses {

  private Purses() {}

  /** One that owns {@link Messages#ME} and knows Bob. */
  public static Purse mine() {
    Keyring keyring = Keyring.empty(Network.DEVNET).withKey(Messages.MY_KEY);
    Book book = Book.EMPTY.with(new Contacts(List.of(new Contact("Bob", Messages.BOB))));
    return new Purse(keyring, book, Purse.Kept.NOWHERE);
  }

  /** One with addresses without end. */
  public static Purse fromWords() {
    Keyring keyring =
        Keyring.empty(Network.DEVNET)
            .withAccount(AccountKeys.of(Network.DEVNET, new byte[64], 0), Positions.START);
    return new Purse(keyring, Book.EMPTY, Purse.Kept.NOWHERE);
  }
}
