package io.timecoin.app.wallet.file;

/** What opening a wallet file came to. */
public sealed interface Opening {

  /**
   * Open, and locked against others until it is closed.
   *
   * @param contents with the secrets, which the caller clears
   */
  record Opened(WalletFile file, WalletContents contents) implements Opening {}

  /** The file is complete, but this password does not open it. */
  record WrongPassword() implements Opening {}

  /**
   * The file is not what was written.
   *
   * @param reason in English, begins with "it" or "its"
   * @param hasBackup whether {@link WalletFile#restoreBackup} can be tried
   */
  record Damaged(String reason, boolean hasBackup) implements Opening {}

  /** A later version of the program wrote it. */
  record TooNew(int version) implements Opening {}

  /** It is open already, here or in another process. */
  record Locked() implements Opening {}

  /** There is no such file, or the disk does not give it. */
  record Unreadable(String reason, boolean hasBackup) implements Opening {}
}
