package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes a value as JSON. */
@FunctionalInterface
public interface JsonWriter<T> {
  /** Writes the value at the generator's place. */
  void write(JsonGenerator generator, T value) throws IOException;
}
