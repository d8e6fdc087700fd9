package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Integers are never read through a double; {@code 1.0}, {@code 1e6} and {@code -0} are none. */
public final class JsonNumbers {
  /** Any signed 64-bit integer: times, nonces. */
  public static final JsonCodec<Long> LONG = longs(Long.MIN_VALUE, Long.MAX_VALUE);

  /** 0 to 2^63−1: amounts, sequence numbers, heights. */
  public static final JsonCodec<Long> NON_NEGATIVE = longs(0, Long.MAX_VALUE);

  /** 0 to 2^31−1. */
  public static final JsonCodec<Integer> COUNT =
      longs(0, Integer.MAX_VALUE).map(Math::toIntExact, Integer::longValue);

  /** 0 to 2^32−1 as the int with the same bits. */
  public static final JsonCodec<Integer> U32 =
      longs(0, 0xffff_ffffL).map(Long::intValue, Integer::toUnsignedLong);

  private static final int DOUBLE_CHARS_MAX = 100;

  /** Any finite number. For measurements only, never for money. */
  public static final JsonCodec<Double> DOUBLE =
      new JsonCodec<>() {
        @Override
        public Double read(JsonParser parser) throws IOException {
          if (!parser.currentToken().isNumeric()) {
            throw RefusedJson.shape("must be a number");
          }
          if (parser.getTextLength() > DOUBLE_CHARS_MAX) {
            throw RefusedJson.value("must be a number of at most " + DOUBLE_CHARS_MAX + " digits");
          }
          double value = parser.getDoubleValue();
          if (!Double.isFinite(value)) {
            throw RefusedJson.value("must be a finite number");
          }
          return value;
        }

        @Override
        public void write(JsonGenerator generator, Double value) throws IOException {
          generator.writeNumber(value.doubleValue());
        }
      };

  /** True or false. */
  public static final JsonCodec<Boolean> BOOLEAN =
      new JsonCodec<>() {
        @Override
        public Boolean read(JsonParser parser) throws IOException {
          if (!parser.currentToken().isBoolean()) {
            throw RefusedJson.shape("must be true or false");
          }
          return parser.currentToken() == JsonToken.VALUE_TRUE;
        }

        @Override
        public void write(JsonGenerator generator, Boolean value) throws IOException {
          generator.writeBoolean(value);
        }
      };

  private JsonNumbers() {}

  private static JsonCodec<Long> longs(long min, long max) {
    return new JsonCodec<>() {
      @Override
      public Long read(JsonParser parser) throws IOException {
        return readLong(parser, min, max);
      }

      @Override
      public void write(JsonGenerator generator, Long value) throws IOException {
        generator.writeNumber(value.longValue());
      }
    };
  }

  static long readLong(JsonParser parser, long min, long max) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw RefusedJson.shape("must be an integer");
    }
    boolean fits = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    long value = fits ? parser.getLongValue() : 0;
    if (!fits || value < min || value > max) {
      throw RefusedJson.value("must be an integer from " + min + " to " + max);
    }
    if (value == 0 && parser.getText().startsWith("-")) {
      throw RefusedJson.shape("must be an integer; -0 is none");
    }
    return value;
  }
}
