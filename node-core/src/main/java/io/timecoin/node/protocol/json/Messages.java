package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import io.timecoin.node.protocol.MessageType;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.ProtocolException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A message is an object whose {@code type} says which table of fields it follows. */
public final class Messages {
  private static final SerializedString TYPE = new SerializedString("type");

  private static final Map<String, ObjectCodec<? extends NetworkMessage>> BY_TYPE = byType();

  private Messages() {}

  private static Map<String, ObjectCodec<? extends NetworkMessage>> byType() {
    Map<Class<? extends NetworkMessage>, ObjectCodec<? extends NetworkMessage>> tables =
        new HashMap<>();
    tables.putAll(PeerMessages.TABLES);
    tables.putAll(WalletMessages.TABLES);
    tables.putAll(LookupMessages.TABLES);
    tables.putAll(BlockMessages.TABLES);
    tables.putAll(CheckpointMessages.TABLES);
    tables.putAll(OperatorMessages.TABLES);
    Map<String, ObjectCodec<? extends NetworkMessage>> byType = new HashMap<>();
    tables.forEach((record, table) -> byType.put(MessageType.nameOf(record), table));
    return Map.copyOf(byType);
  }

  /**
   * Reads the only message of these bytes; fastest if {@code type} is its first field.
   *
   * @throws ProtocolException with what to answer
   */
  public static NetworkMessage read(byte[] utf8) throws ProtocolException {
    return JsonDocument.read(parser -> read(parser, utf8), utf8);
  }

  private static NetworkMessage read(JsonParser parser, byte[] utf8) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw RefusedJson.shape("a message is an object");
    }
    Set<String> others = new HashSet<>(0);
    if (!parser.nextFieldName(TYPE)) {
      String type = findType(parser, others);
      return readAgain(utf8, type);
    }
    parser.nextToken();
    String type = type(parser);
    others.add(TYPE.getValue());
    return readBody(parser, type, others);
  }

  /** Goes through the whole object, whose first field is not the type. */
  private static String findType(JsonParser parser, Set<String> others) throws IOException {
    String type = null;
    for (; parser.currentToken() != JsonToken.END_OBJECT; parser.nextToken()) {
      if (type == null && parser.currentName().equals(TYPE.getValue())) {
        parser.nextToken();
        type = type(parser);
        others.add(TYPE.getValue());
      } else {
        JsonSkip.field(parser, others);
      }
    }
    if (type == null) {
      throw RefusedJson.shape("field type is missing");
    }
    return type;
  }

  private static NetworkMessage readAgain(byte[] utf8, String type) throws IOException {
    try (JsonParser parser = JsonDocument.parser(utf8)) {
      parser.nextToken();
      return readBody(parser, type, new HashSet<>(0));
    }
  }

  private static String type(JsonParser parser) throws IOException {
    try {
      return ValueShapes.NAME.read(parser);
    } catch (RefusedJson e) {
      throw e.in(TYPE.getValue());
    }
  }

  private static NetworkMessage readBody(JsonParser parser, String type, Set<String> others)
      throws IOException {
    ObjectCodec<? extends NetworkMessage> table = BY_TYPE.get(type);
    if (table == null) {
      JsonSkip.fields(parser, others);
      return new NetworkMessage.Unknown(type);
    }
    return table.readFields(parser, others);
  }

  /**
   * UTF-8 JSON, {@code type} first.
   *
   * @throws IllegalArgumentException for a message that cannot be sent
   */
  public static byte[] write(NetworkMessage message) {
    if (message instanceof NetworkMessage.Unknown) {
      throw new IllegalArgumentException("a message of an unknown type cannot be sent");
    }
    return JsonDocument.write(Messages::writeMessage, message);
  }

  private static void writeMessage(JsonGenerator generator, NetworkMessage message)
      throws IOException {
    String type = MessageType.nameOf(message.getClass());
    generator.writeStartObject();
    generator.writeFieldName(TYPE);
    generator.writeString(type);
    writeFields(generator, Objects.requireNonNull(BY_TYPE.get(type)), message);
    generator.writeEndObject();
  }

  @SuppressWarnings("unchecked") // a table stands under the name of its own record
  private static <M extends NetworkMessage> void writeFields(
      JsonGenerator generator, ObjectCodec<M> table, NetworkMessage message) throws IOException {
    table.writeFields(generator, (M) message);
  }
}
