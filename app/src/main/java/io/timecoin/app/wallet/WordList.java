package io.timecoin.app.wallet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The 2 048 English words of BIP39, in their official order. */
final class WordList {

  /** Bits of entropy and checksum that one word stands for. */
  static final int BITS_PER_WORD = 11;

  static final WordList ENGLISH = load("english.txt");

  private final List<String> words;
  private final Map<String, Integer> indexes = new HashMap<>();

  private WordList(List<String> words) {
    this.words = words;
    for (int i = 0; i < words.size(); i++) {
      indexes.put(words.get(i), i);
    }
    if (indexes.size() != 1 << BITS_PER_WORD) {
      throw new IllegalStateException("bundled word list damaged: " + indexes.size() + " words");
    }
  }

  String word(int index) {
    return words.get(index);
  }

  /** Position of the word, or -1 if it is none of the list. */
  int indexOf(String word) {
    return indexes.getOrDefault(word, -1);
  }

  private static WordList load(String file) {
    try (InputStream stream = WordList.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("bundled word list missing: " + file);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return new WordList(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("bundled word list unreadable: " + file, e);
    }
  }
}
