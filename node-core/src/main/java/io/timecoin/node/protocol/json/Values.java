package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was read of one object, by field. */
public final class Values {
  /** Stands for a null that was read, as opposed to nothing read. */
  private static final Object NULL = new Object();

  private final @Nullable Object[] values;

  Values(int size) {
    this.values = new @Nullable Object[size];
  }

  boolean isSet(Field<?, ?> field) {
    return values[field.index()] != null;
  }

  void read(JsonParser parser, Field<?, ?> field) throws IOException {
    Object value = field.read(parser);
    values[field.index()] = value == null ? NULL : value;
  }

  /** The value of a field that cannot be null. */
  public <V> V get(Field<?, V> field) {
    return Objects.requireNonNull(find(field));
  }

  /** The value, the usual one or null. */
  @SuppressWarnings("unchecked") // only that field's codec wrote to its index
  public <V> @Nullable V find(Field<?, V> field) {
    Object value = values[field.index()];
    return value == null || value == NULL ? field.usual() : (V) value;
  }
}
