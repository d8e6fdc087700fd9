package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Texts with a bound, and values that are written as text. */
public final class JsonTexts {
  private static final int EXCERPT_MAX = 100;

  private JsonTexts() {}

  /** A text of {@code min} to {@code max} UTF-16 units, no half surrogate pair among them. */
  public static JsonCodec<String> text(int min, int max) {
    return new JsonCodec<>() {
      @Override
      public String read(JsonParser parser) throws IOException {
        String text = readText(parser);
        if (text.length() < min || text.length() > max) {
          throw RefusedJson.value("must have " + min + " to " + max + " characters");
        }
        if (hasHalfPair(text)) {
          throw RefusedJson.value("must be Unicode; it has half a surrogate pair");
        }
        return text;
      }

      @Override
      public void write(JsonGenerator generator, String value) throws IOException {
        generator.writeString(value);
      }
    };
  }

  /**
   * A value written as its {@code toString}.
   *
   * @param parse refuses with an IllegalArgumentException that says why
   */
  public static <T> JsonCodec<T> parsed(Function<String, T> parse) {
    return new JsonCodec<>() {
      @Override
      public T read(JsonParser parser) throws IOException {
        String text = readText(parser);
        try {
          return parse.apply(text);
        } catch (IllegalArgumentException e) {
          throw RefusedJson.value(e);
        }
      }

      @Override
      public void write(JsonGenerator generator, T value) throws IOException {
        generator.writeString(value.toString());
      }
    };
  }

  /** As {@link #parsed}, and the refusal shows the text: for the entries of a request. */
  static <T> JsonCodec<T> quoted(Function<String, T> parse) {
    return parsed(
        text -> {
          try {
            return parse.apply(text);
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(excerpt(text) + ": " + e.getMessage(), e);
          }
        });
  }

  /** One of the given values, by its name. */
  public static <T> JsonCodec<T> named(Collection<T> values, Function<T, String> nameOf) {
    Map<String, T> byName = new HashMap<>();
    values.forEach(value -> byName.put(nameOf.apply(value), value));
    String names = String.join(", ", values.stream().map(nameOf).toList());
    return new JsonCodec<>() {
      @Override
      public T read(JsonParser parser) throws IOException {
        T value = byName.get(readText(parser));
        if (value == null) {
          throw RefusedJson.value("must be one of " + names);
        }
        return value;
      }

      @Override
      public void write(JsonGenerator generator, T value) throws IOException {
        generator.writeString(nameOf.apply(value));
      }
    };
  }

  static String readText(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw RefusedJson.shape("must be a text");
    }
    return parser.getText();
  }

  /** The text in quotes, shortened, without what could harm a log or a terminal. */
  static String excerpt(String text) {
    String start = text.length() > EXCERPT_MAX ? text.substring(0, EXCERPT_MAX) + "…" : text;
    return '"' + start.replaceAll("[^\\x20-\\x7e…]", "?") + '"';
  }

  static boolean hasHalfPair(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
