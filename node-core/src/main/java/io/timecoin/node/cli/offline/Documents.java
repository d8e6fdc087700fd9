package io.timecoin.node.cli.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.timecoin.node.cli.console.JsonLine;
import java.nio.charset.StandardCharsets;

/** Tells an indented JSON document from a file with one document a line. */
final class Documents {
  private Documents() {}

  /** Whether the first line is but the start of a JSON document that takes the whole file. */
  static boolean isOneOverSeveralLines(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    return end >= 0 && isCutOff(text.substring(0, end)) && isWhole(text);
  }

  private static boolean isCutOff(String text) {
    try {
      JsonLine.read(text);
      return false;
    } catch (JsonEOFException e) {
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static boolean isWhole(String text) {
    try {
      JsonLine.read(text);
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
