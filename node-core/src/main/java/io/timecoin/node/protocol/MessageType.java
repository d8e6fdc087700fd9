package io.timecoin.node.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The wire's {@code type} of each message record, both ways. */
public final class MessageType {
  private static final Map<String, Class<? extends NetworkMessage>> BY_NAME = new HashMap<>();

  static {
    for (Class<?> record : NetworkMessage.class.getPermittedSubclasses()) {
      if (record != NetworkMessage.Unknown.class) {
        Class<? extends NetworkMessage> type = record.asSubclass(NetworkMessage.class);
        BY_NAME.put(nameOf(type), type);
      }
    }
  }

  private MessageType() {}

  /** {@code UTXOStateQuery} for {@link NetworkMessage.UtxoStateQuery}, and so on. */
  public static String nameOf(Class<? extends NetworkMessage> type) {
    return type.getSimpleName().replaceFirst("^Utxo", "UTXO");
  }

  /** The record of that type, or empty if this version does not know it. */
  public static Optional<Class<? extends NetworkMessage>> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
