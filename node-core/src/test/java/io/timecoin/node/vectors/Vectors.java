package io.timecoin.node.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;

/** Reads the vector files. */
public final class Vectors {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Vectors() {}

  /**
   * The entries of an array, each with a name for the report.
   *
   * @param nameField its text is the entry's name
   */
  public static Stream<Arguments> of(String file, String array, String nameField) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
      JsonNode root = MAPPER.readTree(Objects.requireNonNull(in));
      JsonNode entries = Objects.requireNonNull(root.get(array), array);
      return StreamSupport.stream(entries.spliterator(), false)
          .map(entry -> Arguments.of(text(entry, nameField), entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A field that must be there. */
  public static String text(JsonNode entry, String field) {
    JsonNode value = Objects.requireNonNull(entry.get(field), field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(field + " is no text");
    }
    return value.textValue();
  }

  /** The bytes of a field in hex. */
  public static byte[] bytes(JsonNode entry, String field) {
    return HexFormat.of().parseHex(text(entry, field));
  }
}
