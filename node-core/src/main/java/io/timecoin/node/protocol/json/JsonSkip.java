package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Skips what this version does not know, as strictly as if it did: no key occurs twice. */
final class JsonSkip {
  private JsonSkip() {}

  /** Skips the field whose name is the current token. */
  static void field(JsonParser parser, Set<String> names) throws IOException {
    String name = parser.currentName();
    if (!names.add(name)) {
      throw RefusedJson.shape("field " + JsonTexts.excerpt(name) + " occurs twice");
    }
    parser.nextToken();
    value(parser);
  }

  /** Skips the value that the current token begins. Depth is bounded by the parser. */
  static void value(JsonParser parser) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> fields(parser, new HashSet<>());
      case START_ARRAY -> {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          value(parser);
        }
      }
      default -> parser.finishToken();
    }
  }

  /** Skips the rest of an object. */
  static void fields(JsonParser parser, Set<String> names) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      field(parser, names);
    }
  }
}
