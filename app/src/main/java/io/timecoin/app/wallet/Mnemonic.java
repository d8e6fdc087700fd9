package io.timecoin.app.wallet;

import io.timecoin.node.crypto.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Recovery words of BIP39, English: 12 to 24 words that stand for 16 to 32 bytes of entropy and a
 * checksum. Never printed by {@link #toString()}.
 */
public final class Mnemonic {

  /** Length of {@link #seed} in bytes. */
  public static final int SEED_BYTES = 64;

  private static final int ROUNDS = 2048;
  private static final int ENTROPY_BYTES_MIN = 16;
  private static final int ENTROPY_BYTES_MAX = 32;

  /** BIP39 adds one checksum bit for every 32 bits of entropy. */
  private static final int ENTROPY_BITS_PER_CHECK_BIT = 32;

  private final List<String> words;
  private final byte[] entropy;

  private Mnemonic(List<String> words, byte[] entropy) {
    this.words = List.copyOf(words);
    this.entropy = entropy;
  }

  /**
   * The words of 16, 20, 24, 28 or 32 bytes.
   *
   * @throws IllegalArgumentException for any other length
   */
  public static Mnemonic ofEntropy(byte[] entropy) {
    if (entropy.length < ENTROPY_BYTES_MIN
        || entropy.length > ENTROPY_BYTES_MAX
        || entropy.length % 4 != 0) {
      throw new IllegalArgumentException("entropy must be 16, 20, 24, 28 or 32 bytes");
    }
    BitSet bits = withChecksum(entropy);
    int count = bitCount(entropy) / WordList.BITS_PER_WORD;
    List<String> words = new ArrayList<>();
    for (int word = 0; word < count; word++) {
      int index = 0;
      for (int bit = 0; bit < WordList.BITS_PER_WORD; bit++) {
        index = index << 1 | (bits.get(word * WordList.BITS_PER_WORD + bit) ? 1 : 0);
      }
      words.add(WordList.ENGLISH.word(index));
    }
    return new Mnemonic(words, entropy.clone());
  }

  /** Reads a phrase with any white space between its words; words are lower case. */
  public static MnemonicCheck check(String phrase) {
    List<String> words = split(phrase);
    if (words.size() < 12 || words.size() > 24 || words.size() % 3 != 0) {
      return new MnemonicCheck.WrongWordCount(words.size());
    }
    BitSet bits = new BitSet();
    for (int word = 0; word < words.size(); word++) {
      int index = WordList.ENGLISH.indexOf(words.get(word));
      if (index < 0) {
        return new MnemonicCheck.UnknownWord(word, words.get(word));
      }
      for (int bit = 0; bit < WordList.BITS_PER_WORD; bit++) {
        boolean set = (index >> (WordList.BITS_PER_WORD - 1 - bit) & 1) == 1;
        bits.set(word * WordList.BITS_PER_WORD + bit, set);
      }
    }
    byte[] entropy = bytes(bits, words.size() / 3 * 4);
    return withChecksum(entropy).equals(bits)
        ? new MnemonicCheck.Valid(new Mnemonic(words, entropy))
        : new MnemonicCheck.WrongChecksum();
  }

  /** 12 to 24 lower-case words. */
  public List<String> words() {
    return words;
  }

  /** The bytes the words stand for; a copy that the caller clears. */
  public byte[] entropy() {
    return entropy.clone();
  }

  /**
   * PBKDF2-HMAC-SHA512 of the words and the passphrase, 2 048 rounds, 64 bytes that the caller
   * clears.
   *
   * @param passphrase any text, empty for none
   */
  public byte[] seed(String passphrase) {
    String salt = Normalizer.normalize("mnemonic" + passphrase, Normalizer.Form.NFKD);
    char[] password = String.join(" ", words).toCharArray();
    PBEKeySpec spec =
        new PBEKeySpec(
            password, salt.getBytes(StandardCharsets.UTF_8), ROUNDS, SEED_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no PBKDF2WithHmacSHA512", e);
    } finally {
      spec.clearPassword();
      Arrays.fill(password, '\0');
    }
  }

  @Override
  public String toString() {
    return "Mnemonic(" + words.size() + " words)";
  }

  private static List<String> split(String phrase) {
    String normal = Normalizer.normalize(phrase, Normalizer.Form.NFKD).strip();
    return normal.isEmpty() ? List.of() : List.of(normal.split("\\s+"));
  }

  private static int bitCount(byte[] entropy) {
    int bits = entropy.length * Byte.SIZE;
    return bits + bits / ENTROPY_BITS_PER_CHECK_BIT;
  }

  /** Entropy, then the first bits of its SHA-256; the first bit of a byte is its highest. */
  private static BitSet withChecksum(byte[] entropy) {
    byte[] hash = Hashes.sha256(entropy);
    int bits = entropy.length * Byte.SIZE;
    BitSet all = new BitSet();
    for (int i = 0; i < bitCount(entropy); i++) {
      all.set(i, i < bits ? bit(entropy, i) : bit(hash, i - bits));
    }
    return all;
  }

  private static boolean bit(byte[] bytes, int index) {
    return (bytes[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE) & 1) == 1;
  }

  private static byte[] bytes(BitSet bits, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length * Byte.SIZE; i++) {
      if (bits.get(i)) {
        bytes[i / Byte.SIZE] |= (byte) (1 << (Byte.SIZE - 1 - i % Byte.SIZE));
      }
    }
    return bytes;
  }
}
