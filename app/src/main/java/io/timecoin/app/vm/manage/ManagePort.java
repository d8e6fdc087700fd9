package io.timecoin.app.vm.manage;

import io.timecoin.node.base.Address;
import java.util.List;
import java.util.function.Consumer;

/** The wallet's file and others. Every answer comes on the thread of the screens. */
public interface ManagePort {

  /** Whether there is a file with a password: the demo's wallet has none. */
  boolean hasFile();

  /** The words behind a password. */
  sealed interface Words {
    /**
     * Here they are.
     *
     * @param passphrase whether a passphrase belongs to them, which is not shown
     */
    record Shown(List<String> words, boolean passphrase) implements Words {}

    /** It is another password. */
    record WrongPassword() implements Words {}

    /** The wallet is locked, or has keys without words. */
    record None() implements Words {}
  }

  /** What came of something. */
  sealed interface Done {
    /** It is done; where, if it is a file. */
    record Yes(String where) implements Done {}

    /** Somebody thought better of it, or the password is another. */
    record No() implements Done {}

    /** It could not be done: the reason, for people. */
    record Failed(String reason) implements Done {}
  }

  /** A text somebody chose a file of. */
  sealed interface Text {
    /** Its content. */
    record Read(String name, String content) implements Text {}

    /** Nobody chose. */
    record None() implements Text {}

    /** It cannot be read. */
    record Failed(String reason) implements Text {}
  }

  /** Tells the words; the password is cleared. Takes half a second. */
  void words(char[] password, Consumer<Words> answer);

  /** Encrypts the file with another password; both are cleared. Takes a second. */
  void changePassword(char[] old, char[] next, Consumer<Done> answer);

  /** Copies the file to where somebody says. */
  void backup(Consumer<Done> answer);

  /** Writes a text to where somebody says. */
  void write(String suggestedName, String text, Consumer<Done> answer);

  /** Reads a text that somebody chooses. */
  void read(Consumer<Text> answer);

  /**
   * Adds a single key.
   *
   * @throws IllegalArgumentException if it is none: 64 hex digits, or there are too many
   */
  void importKey(String hex);

  /**
   * Watches one more address.
   *
   * @throws IllegalArgumentException if it belongs to another network, or there are too many
   */
  void watch(Address address);
}
