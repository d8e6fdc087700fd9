package io.timecoin.app.wallet;

/** What reading recovery words came to. */
public sealed interface MnemonicCheck {

  /** The words are complete and their checksum fits. */
  record Valid(Mnemonic mnemonic) implements MnemonicCheck {}

  /** Not 12, 15, 18, 21 or 24 words. */
  record WrongWordCount(int words) implements MnemonicCheck {}

  /**
   * A word that is not in the list.
   *
   * @param position from 0
   */
  record UnknownWord(int position, String word) implements MnemonicCheck {}

  /** Every word is known, but not in this order: a word was swapped or mistyped as another. */
  record WrongChecksum() implements MnemonicCheck {}
}
