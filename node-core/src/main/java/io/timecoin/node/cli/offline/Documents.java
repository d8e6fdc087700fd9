package io.timecoin.node.cli.offline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tells an indented JSON document from a file with one document a line. */
final class Documents {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private Documents() {}

  /** Whether the first line is but the start of a JSON document that takes the whole file. */
  static boolean isOneOverSeveralLines(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    return end >= 0 && isCutOff(text.substring(0, end)) && isWhole(text);
  }

  private static boolean isCutOff(String text) {
    try {
      skim(text);
      return false;
    } catch (JsonEOFException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isWhole(String text) {
    try {
      skim(text);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Goes through one document token by token: nothing is converted, however long it is. */
  private static void skim(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      int depth = 0;
      do {
        JsonToken token = parser.nextToken();
        if (token == null) {
          throw new JsonEOFException(parser, null, "no value");
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      } while (depth > 0);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "something follows the value");
      }
    }
  }
}
