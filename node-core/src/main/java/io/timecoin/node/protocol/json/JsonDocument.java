package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One JSON value and nothing after it, as UTF-8. */
public final class JsonDocument {
  /** As deep as the Rust reference's serde_json reads. */
  private static final int NESTING_MAX = 127;

  /** The parser keeps the names it has met for the next document, so they stay short. */
  private static final int NAME_CHARS_MAX = 1_000;

  private static final String BEYOND =
      "nested deeper than %d, or a field's name longer than %d characters"
          .formatted(NESTING_MAX, NAME_CHARS_MAX);
  private static final int BUFFER_BYTES = 1024;

  // A number or text in a field that is to be ignored may be as long as the message; the shapes
  // bound those that are used.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING_MAX)
                  .maxNumberLength(FrameLimits.MESSAGE_BYTES_MAX)
                  .maxStringLength(FrameLimits.MESSAGE_BYTES_MAX)
                  .maxNameLength(NAME_CHARS_MAX)
                  .maxDocumentLength(FrameLimits.MESSAGE_BYTES_MAX)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // names come from strangers
          .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private JsonDocument() {}

  /** Reads from text. */
  public static <T> T read(JsonReader<T> reader, String text) throws ProtocolException {
    return read(reader, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the only value of the document.
   *
   * @throws ProtocolException with what to answer
   */
  public static <T> T read(JsonReader<T> reader, byte[] utf8) throws ProtocolException {
    if (utf8.length > FrameLimits.MESSAGE_BYTES_MAX) {
      throw new ProtocolException(ErrorCode.TOO_LARGE, "larger than a message may be", null);
    }
    try (JsonParser parser = parser(utf8)) {
      if (parser.nextToken() == null) {
        throw RefusedJson.shape("the text is empty");
      }
      T value = reader.read(parser);
      if (parser.nextToken() != null) {
        throw RefusedJson.shape("something follows the value");
      }
      return value;
    } catch (RefusedJson e) {
      throw new ProtocolException(e.code(), String.valueOf(e.getMessage()), requestId(utf8));
    } catch (StreamConstraintsException e) {
      throw new ProtocolException(ErrorCode.MALFORMED, BEYOND, requestId(utf8));
    } catch (JsonProcessingException e) {
      throw new ProtocolException(ErrorCode.MALFORMED, notJson(e), requestId(utf8));
    } catch (IOException e) {
      throw new ProtocolException(ErrorCode.MALFORMED, "not UTF-8 JSON", requestId(utf8));
    }
  }

  /** UTF-8 JSON without white space. */
  public static <T> byte[] write(JsonWriter<T> writer, T value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER_BYTES);
    try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
      writer.write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /** A second parser over the same bytes, before its first token. */
  static JsonParser parser(byte[] utf8) throws IOException {
    if (utf8.length > 1 && (utf8[0] <= 0 || utf8[1] <= 0)) {
      throw RefusedJson.shape("not UTF-8 JSON"); // Jackson would guess UTF-16 or UTF-32 here
    }
    return FACTORY.createParser(utf8);
  }

  private static String notJson(JsonProcessingException e) {
    long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
    return at < 0 ? "not JSON" : "not JSON at byte " + at;
  }

  /** The request_id of a refused object as far as it can be read, or null. */
  private static @Nullable String requestId(byte[] utf8) {
    try (JsonParser parser = parser(utf8)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals(ValueShapes.REQUEST_ID);
        parser.nextToken();
        if (found) {
          return ValueShapes.NAME.read(parser);
        }
        parser.skipChildren();
      }
      return null;
    } catch (IOException e) {
      return null; // unreadable: the answer goes without
    }
  }
}
