package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Function;

/** Keys and signatures: written as lower-case hex, read also as an array of byte numbers. */
final class JsonBytes {
  private static final int BYTE_MAX = 255;

  private JsonBytes() {}

  /** A value of exactly {@code length} bytes whose {@code toString} is its hex. */
  static <T> JsonCodec<T> of(
      String what, int length, Function<String, T> fromHex, Function<byte[], T> fromBytes) {
    JsonCodec<T> hex = JsonTexts.parsed(fromHex);
    return new JsonCodec<>() {
      @Override
      public T read(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.START_ARRAY
            ? fromBytes.apply(bytes(parser, what, length))
            : hex.read(parser);
      }

      @Override
      public void write(JsonGenerator generator, T value) throws IOException {
        hex.write(generator, value);
      }
    };
  }

  private static byte[] bytes(JsonParser parser, String what, int length) throws IOException {
    byte[] bytes = new byte[length];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      long value = JsonNumbers.readLong(parser, 0, BYTE_MAX);
      if (count == length) {
        throw RefusedJson.value(what + " must be " + length + " bytes, not more");
      }
      bytes[count++] = (byte) value;
    }
    if (count < length) {
      throw RefusedJson.value(what + " must be " + length + " bytes, not " + count);
    }
    return bytes;
  }
}
