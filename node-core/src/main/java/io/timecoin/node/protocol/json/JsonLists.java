package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.timecoin.node.protocol.ErrorCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists and maps with a bound. */
public final class JsonLists {
  private JsonLists() {}

  /** At most {@code max} elements; more are refused as {@link ErrorCode#TOO_MANY}. */
  public static <T> JsonCodec<List<T>> list(JsonCodec<T> element, int max) {
    return list(element, max, ErrorCode.TOO_MANY);
  }

  /** At most {@code max} elements; more are refused with that code. */
  static <T> JsonCodec<List<T>> list(JsonCodec<T> element, int max, ErrorCode tooMany) {
    return new JsonCodec<>() {
      @Override
      public List<T> read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
          throw RefusedJson.shape("must be an array");
        }
        List<T> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (list.size() == max) {
            throw RefusedJson.of(tooMany, "must have at most " + max + " entries");
          }
          try {
            list.add(element.read(parser));
          } catch (RefusedJson e) {
            throw e.in("[" + list.size() + "]");
          }
        }
        return List.copyOf(list);
      }

      @Override
      public void write(JsonGenerator generator, List<T> list) throws IOException {
        generator.writeStartArray();
        for (T value : list) {
          element.write(generator, value);
        }
        generator.writeEndArray();
      }
    };
  }

  /** An object of texts: at most {@code max} keys, in the order written. */
  static JsonCodec<Map<String, String>> texts(JsonCodec<String> text, int max) {
    return new JsonCodec<>() {
      @Override
      public Map<String, String> read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          throw RefusedJson.shape("must be an object");
        }
        Map<String, String> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          if (JsonTexts.hasHalfPair(key)) {
            throw RefusedJson.value("has a name with half a surrogate pair");
          }
          if (map.put(key, text.read(parser)) != null) {
            throw RefusedJson.shape("field " + JsonTexts.excerpt(key) + " occurs twice");
          }
          if (map.size() > max) {
            throw RefusedJson.of(ErrorCode.TOO_MANY, "must have at most " + max + " entries");
          }
        }
        return map;
      }

      @Override
      public void write(JsonGenerator generator, Map<String, String> map) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<String, String> entry : map.entrySet()) {
          generator.writeFieldName(entry.getKey());
          text.write(generator, entry.getValue());
        }
        generator.writeEndObject();
      }
    };
  }
}
