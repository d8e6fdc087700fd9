package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One field of an {@link ObjectCodec}; made by its builder, used to get at the value read. */
public final class Field<T, V> {
  /** When a field is written and whether it may be missing. */
  enum Presence {
    /** Never null, never missing. */
    REQUIRED,
    /** Never missing, may be null. */
    NULLABLE,
    /** Left out when null or usual. */
    OPTIONAL
  }

  private final int index;
  private final SerializedString wireName;
  private final JsonCodec<V> codec;
  private final Function<T, @Nullable V> getter;
  private final Presence presence;
  private final @Nullable V usual;

  Field(
      int index,
      String name,
      JsonCodec<V> codec,
      Function<T, @Nullable V> getter,
      Presence presence,
      @Nullable V usual) {
    this.index = index;
    this.wireName = new SerializedString(name);
    this.codec = codec;
    this.getter = getter;
    this.presence = presence;
    this.usual = usual;
  }

  int index() {
    return index;
  }

  String name() {
    return wireName.getValue();
  }

  SerializedString wireName() {
    return wireName;
  }

  boolean mustBePresent() {
    return presence != Presence.OPTIONAL;
  }

  @Nullable V usual() {
    return usual;
  }

  /** The value at the parser's token, or null where that is allowed. */
  @Nullable V read(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL && presence != Presence.REQUIRED) {
      return null;
    }
    try {
      return codec.read(parser);
    } catch (RefusedJson e) {
      throw e.in(name());
    }
  }

  void write(JsonGenerator generator, T owner) throws IOException {
    V value = getter.apply(owner);
    if (value == null) {
      if (presence == Presence.NULLABLE) {
        generator.writeFieldName(wireName);
        generator.writeNull();
      }
    } else if (!value.equals(usual)) {
      generator.writeFieldName(wireName);
      codec.write(generator, value);
    }
  }
}
