package io.timecoin.app.vm.wallets;

import io.timecoin.app.wallet.Mnemonic;
import io.timecoin.node.base.Network;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** The wallet files of this computer. Every answer comes on the thread of the screens. */
public interface WalletsPort {

  /**
   * A wallet file.
   *
   * @param modifiedMillis milliseconds since 1970
   */
  record Entry(String name, String network, long modifiedMillis) {}

  /**
   * A wallet to be made.
   *
   * @param node where it finds its network
   * @param passphrase of BIP39, empty for none
   * @param password of the file; cleared by the port
   * @param restored whether the words may have been used before
   */
  record NewWallet(
      String name,
      Network network,
      URI node,
      Mnemonic words,
      String passphrase,
      char[] password,
      boolean restored) {}

  /** What it came to. */
  sealed interface Outcome {
    /** The wallet is open. */
    record Opened() implements Outcome {}

    /** Nothing was changed: the password is another. */
    record WrongPassword() implements Outcome {}

    /**
     * It did not happen.
     *
     * @param reason what happened and what to do, for people
     */
    record Failed(String reason) implements Outcome {}
  }

  /** Reads the folder; returns at once. */
  void list(Consumer<List<Entry>> answer);

  /** Whether a file of that name may be made: empty, or why not. */
  String refusal(String name);

  /** New random words. */
  Mnemonic newWords(int count);

  /** Makes the file and opens the wallet; takes about a second. */
  void create(NewWallet wallet, Consumer<Outcome> done);

  /** Opens a wallet; takes about a second. The password is cleared. */
  void open(String name, char[] password, Consumer<Outcome> done);

  /** Moves the file to the folder of deleted wallets, where it stays. */
  void delete(String name, Consumer<Outcome> done);
}
