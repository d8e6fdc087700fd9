package io.timecoin.app.vm.wallets;

import io.timecoin.app.wallet.MnemonicCheck;

/**
 * What the words typed so far come to.
 *
 * @param number how many words there are, or which is unknown, from 1
 * @param word the unknown one, or empty
 */
public record PhraseVerdict(Kind kind, int number, String word) {

  /** The sentences there are. */
  public enum Kind {
    VALID,
    COUNT,
    UNKNOWN,
    CHECKSUM
  }

  static PhraseVerdict of(MnemonicCheck check) {
    return switch (check) {
      case MnemonicCheck.Valid valid ->
          new PhraseVerdict(Kind.VALID, valid.mnemonic().words().size(), "");
      case MnemonicCheck.WrongWordCount count -> new PhraseVerdict(Kind.COUNT, count.words(), "");
      case MnemonicCheck.UnknownWord unknown ->
          new PhraseVerdict(Kind.UNKNOWN, unknown.position() + 1, unknown.word());
      case MnemonicCheck.WrongChecksum _ -> new PhraseVerdict(Kind.CHECKSUM, 0, "");
    };
  }
}
