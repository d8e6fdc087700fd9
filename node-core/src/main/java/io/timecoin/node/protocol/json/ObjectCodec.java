package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as a table of fields. Written in the order of the table; read in any order, fastest
 * in that one. Unknown fields are skipped, repeated ones refused.
 */
public final class ObjectCodec<T> implements JsonCodec<T> {
  private final List<Field<T, ?>> fields;
  private final Function<Values, T> constructor;
  private final boolean positional;

  private ObjectCodec(
      List<Field<T, ?>> fields, Function<Values, T> constructor, boolean positional) {
    this.fields = List.copyOf(fields);
    this.constructor = constructor;
    this.positional = positional;
  }

  /** Starts a table. */
  public static <T> Builder<T> of() {
    return new Builder<>();
  }

  @Override
  public T read(JsonParser parser) throws IOException {
    if (positional && parser.currentToken() == JsonToken.START_ARRAY) {
      return readArray(parser);
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw RefusedJson.shape("must be an object");
    }
    return readFields(parser, new HashSet<>(0));
  }

  /**
   * Reads the rest of an object.
   *
   * @param others names of fields read before that are not of this table
   */
  T readFields(JsonParser parser, Set<String> others) throws IOException {
    Values values = new Values(fields.size());
    int next = 0;
    while (true) {
      Field<T, ?> expected = next < fields.size() ? fields.get(next) : null;
      boolean inOrder = expected != null && parser.nextFieldName(expected.wireName());
      if (expected == null) {
        parser.nextToken();
      }
      if (parser.currentToken() == JsonToken.END_OBJECT) {
        return build(values);
      }
      Field<T, ?> field = inOrder ? expected : find(parser.currentName());
      if (field == null) {
        JsonSkip.field(parser, others);
      } else {
        readField(parser, field, values);
        next = field.index() + 1;
      }
    }
  }

  private T readArray(JsonParser parser) throws IOException {
    Values values = new Values(fields.size());
    for (Field<T, ?> field : fields) {
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        throw RefusedJson.shape("must have " + fields.size() + " elements");
      }
      values.read(parser, field);
    }
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      throw RefusedJson.shape("must have " + fields.size() + " elements");
    }
    return build(values);
  }

  private void readField(JsonParser parser, Field<T, ?> field, Values values) throws IOException {
    if (values.isSet(field)) {
      throw RefusedJson.shape("field " + field.name() + " occurs twice");
    }
    parser.nextToken();
    values.read(parser, field);
  }

  private @Nullable Field<T, ?> find(String name) {
    for (Field<T, ?> field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  private T build(Values values) throws RefusedJson {
    for (Field<T, ?> field : fields) {
      if (field.mustBePresent() && !values.isSet(field)) {
        throw RefusedJson.shape("field " + field.name() + " is missing");
      }
    }
    try {
      return constructor.apply(values);
    } catch (IllegalArgumentException e) {
      throw RefusedJson.value(e);
    }
  }

  @Override
  public void write(JsonGenerator generator, T value) throws IOException {
    generator.writeStartObject();
    writeFields(generator, value);
    generator.writeEndObject();
  }

  void writeFields(JsonGenerator generator, T value) throws IOException {
    for (Field<T, ?> field : fields) {
      field.write(generator, value);
    }
  }

  /** Collects the fields in the order in which they are written. */
  public static final class Builder<T> {
    private final List<Field<T, ?>> fields = new ArrayList<>();
    private boolean positional;

    private Builder() {}

    /** A field that is always there. */
    public <V> Field<T, V> required(String name, JsonCodec<V> codec, Function<T, V> getter) {
      return add(name, codec, getter, Field.Presence.REQUIRED, null);
    }

    /** A field that is left out when null; read as null also when written as null. */
    public <V> Field<T, V> optional(
        String name, JsonCodec<V> codec, Function<T, @Nullable V> getter) {
      return add(name, codec, getter, Field.Presence.OPTIONAL, null);
    }

    /** A field that is always there, but may be null. */
    public <V> Field<T, V> nullable(
        String name, JsonCodec<V> codec, Function<T, @Nullable V> getter) {
      return add(name, codec, getter, Field.Presence.NULLABLE, null);
    }

    /** A field that is left out when it has its usual value. */
    public <V> Field<T, V> usually(
        String name, V usual, JsonCodec<V> codec, Function<T, V> getter) {
      return add(name, codec, getter, Field.Presence.OPTIONAL, usual);
    }

    /** Also reads the values alone, as an array in this order, as the Rust reference does. */
    public Builder<T> alsoAsArray() {
      positional = true;
      return this;
    }

    private <V> Field<T, V> add(
        String name,
        JsonCodec<V> codec,
        Function<T, @Nullable V> getter,
        Field.Presence presence,
        @Nullable V usual) {
      Field<T, V> field = new Field<>(fields.size(), name, codec, getter, presence, usual);
      fields.add(field);
      return field;
    }

    /**
     * Ends the table.
     *
     * @param constructor may refuse with an IllegalArgumentException that says why
     */
    public ObjectCodec<T> build(Function<Values, T> constructor) {
      return new ObjectCodec<>(fields, constructor, positional);
    }
  }
}
