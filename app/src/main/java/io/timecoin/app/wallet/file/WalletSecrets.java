package io.timecoin.app.wallet.file;

import io.timecoin.app.wallet.Mnemonic;
import io.timecoin.app.wallet.keys.AccountKeys;
import io.timecoin.app.wallet.keys.ImportedKey;
import io.timecoin.node.base.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must not be known to anybody else: the entropy of the words with their passphrase, and
 * imported keys. Immutable but for {@link #close}; copies share what it clears. Never printed.
 */
public final class WalletSecrets implements AutoCloseable {

  /** No words and no keys: a wallet that only watches. */
  public static final WalletSecrets NONE = new WalletSecrets(null, new char[0], List.of());

  private final byte @Nullable [] entropy;
  private final char[] passphrase;
  private final List<ImportedKey> imported;

  private WalletSecrets(byte @Nullable [] entropy, char[] passphrase, List<ImportedKey> imported) {
    this.entropy = entropy;
    this.passphrase = passphrase;
    this.imported = List.copyOf(imported);
  }

  /**
   * The secrets behind recovery words.
   *
   * @param passphrase BIP-39's, empty for none; copied, the caller clears it
   */
  public static WalletSecrets ofWords(Mnemonic words, char[] passphrase) {
    return new WalletSecrets(words.entropy(), passphrase.clone(), List.of());
  }

  /**
   * Of the parts in a file.
   *
   * @param entropy kept, not copied; null for none
   */
  static WalletSecrets of(
      byte @Nullable [] entropy, char[] passphrase, List<ImportedKey> imported) {
    return new WalletSecrets(entropy, passphrase, imported);
  }

  /** With one more key beside the words. */
  public WalletSecrets with(ImportedKey key) {
    List<ImportedKey> more = new ArrayList<>(imported);
    more.removeIf(other -> other.address().equals(key.address()));
    more.add(key);
    return new WalletSecrets(entropy, passphrase, more);
  }

  /** Whether there are words. */
  public boolean hasWords() {
    return entropy != null;
  }

  /** The words, to be shown for a backup; they leave texts in memory that nothing clears. */
  public Optional<Mnemonic> words() {
    return Optional.ofNullable(entropy).map(Mnemonic::ofEntropy);
  }

  /** Whether the words alone are not enough to restore the wallet. */
  public boolean hasPassphrase() {
    return passphrase.length > 0;
  }

  /** The keys of the words' first account; empty without words. Takes some milliseconds. */
  public Optional<AccountKeys> account(Network network) {
    return words()
        .map(
            words -> {
              byte[] seed = words.seed(new String(passphrase));
              try {
                return AccountKeys.of(network, seed, 0);
              } finally {
                Arrays.fill(seed, (byte) 0);
              }
            });
  }

  /** Keys that the words do not restore. */
  public List<ImportedKey> imported() {
    return imported;
  }

  byte @Nullable [] entropy() {
    return entropy;
  }

  char[] passphrase() {
    return passphrase;
  }

  /** Zeroes everything; it must not be used after. */
  @Override
  public void close() {
    if (entropy != null) {
      Arrays.fill(entropy, (byte) 0);
    }
    Arrays.fill(passphrase, '\0');
    imported.forEach(ImportedKey::close);
  }

  @Override
  public String toString() {
    return "WalletSecrets(" + (hasWords() ? "words, " : "") + imported.size() + " keys)";
  }
}
