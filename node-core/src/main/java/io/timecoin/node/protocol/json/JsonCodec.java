package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.timecoin.node.protocol.ErrorCode;
import java.io.IOException;
import java.util.function.Function;

/** Writes a value as JSON and reads it back. Stateless and safe on any thread. */
public interface JsonCodec<T> extends JsonReader<T>, JsonWriter<T> {
  /** The same codec, but a wrong value (not a wrong type) is answered with that code. */
  default JsonCodec<T> refusedAs(ErrorCode code) {
    JsonCodec<T> inner = this;
    return new JsonCodec<>() {
      @Override
      public T read(JsonParser parser) throws IOException {
        try {
          return inner.read(parser);
        } catch (RefusedJson e) {
          throw e.as(code);
        }
      }

      @Override
      public void write(JsonGenerator generator, T value) throws IOException {
        inner.write(generator, value);
      }
    };
  }

  /**
   * A codec of another type with the same JSON.
   *
   * @param from may refuse a wrong value with an IllegalArgumentException that says why
   */
  default <U> JsonCodec<U> map(Function<T, U> from, Function<U, T> to) {
    JsonCodec<T> inner = this;
    return new JsonCodec<>() {
      @Override
      public U read(JsonParser parser) throws IOException {
        T value = inner.read(parser);
        try {
          return from.apply(value);
        } catch (IllegalArgumentException e) {
          throw RefusedJson.value(e);
        }
      }

      @Override
      public void write(JsonGenerator generator, U value) throws IOException {
        inner.write(generator, to.apply(value));
      }
    };
  }
}
