package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads a value from JSON. */
@FunctionalInterface
public interface JsonReader<T> {
  /**
   * Reads the value whose first token is the parser's current one, up to its last token.
   *
   * @throws RefusedJson if it is JSON, but no such value
   */
  T read(JsonParser parser) throws IOException;
}
