package io.timecoin.app.wallet.file;

import io.timecoin.app.wallet.Mnemonic;
import io.timecoin.app.wallet.book.Book;
import io.timecoin.app.wallet.book.Contacts;
import io.timecoin.app.wallet.book.LabelTarget;
import io.timecoin.app.wallet.keys.ChainPosition;
import io.timecoin.app.wallet.keys.ImportedKey;
import io.timecoin.app.wallet.keys.Positions;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.SigningKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Wallets to be put into files. */
final class Wallets {

  static final FileSettings WEAK = FileSettings.weak(new SecureRandom());
  static final Instant BORN = Instant.parse("2026-11-05T10:00:00Z");
  static final OutPoint FROZEN = new OutPoint(new Txid(1, 2, 3, 4), 5);

  private Wallets() {}

  static char[] password() {
    return "correct horse".toCharArray();
  }

  static Address address(int number) {
    byte[] hash = new byte[Address.HASH_BYTES];
    hash[0] = (byte) number;
    return Address.of(Network.DEVNET.addressVersion(), hash);
  }

  static byte[] entropy() {
    byte[] entropy = new byte[32];
    Arrays.fill(entropy, (byte) 0x5a);
    return entropy;
  }

  /** Something in every field. */
  static WalletContents full() {
    WalletSecrets secrets =
        WalletSecrets.ofWords(Mnemonic.ofEntropy(entropy()), "pässwörd㍍".toCharArray())
            .with(ImportedKey.of(Network.DEVNET, SigningKey.of(new byte[32])));
    Book book = Book.EMPTY;
    book =
        book.with(book.labels().with(new LabelTarget.OfAddress(address(1)), "Rent \"2026\" € 👍"))
            .with(book.frozen().with(FROZEN, true));
    if (book.contacts().add("Bob", address(2)) instanceof Contacts.Changed(Contacts bob)) {
      book = book.with(bob);
    }
    return WalletContents.create("Savings", Network.DEVNET, BORN, secrets)
        .watching(address(3))
        .at(new Positions(new ChainPosition(3, 5), new ChainPosition(2, 2)))
        .with(book);
  }

  static WalletContents small() {
    WalletSecrets secrets = WalletSecrets.ofWords(Mnemonic.ofEntropy(new byte[16]), new char[0]);
    return WalletContents.create("Savings", Network.DEVNET, BORN, secrets);
  }

  /** All that can be compared, in an order of its own. */
  static List<Object> facts(WalletContents contents) {
    return List.of(
        contents.about(),
        Arrays.toString(contents.secrets().entropy()),
        new String(contents.secrets().passphrase()),
        contents.secrets().imported().stream()
            .map(key -> key.key().orElseThrow().publicKey())
            .toList(),
        contents.watched(),
        contents.positions(),
        contents.book());
  }
}
