package io.timecoin.node.masternode;

/** Names that look the same in every file and on every screen. */
final class PlainText {
  private PlainText() {}

  static boolean fits(String text, int max) {
    return !text.isEmpty() && text.length() <= max && text.chars().allMatch(PlainText::plain);
  }

  private static boolean plain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || " ._-".indexOf(c) >= 0;
  }
}
