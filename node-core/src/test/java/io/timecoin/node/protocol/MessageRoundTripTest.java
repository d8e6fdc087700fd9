package io.timecoin.node.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.samples.Anything;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Laws that every message keeps. */
class MessageRoundTripTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final MessageCodec codec = new MessageCodec();

  @Property(tries = 2_000)
  void whatIsWrittenIsReadBack(@ForAll Random random) throws ProtocolException {
    NetworkMessage message = new Anything(random).message();
    byte[] written = codec.encode(message);

    NetworkMessage read = codec.decode(written);

    assertThat(read).isEqualTo(message);
    assertThat(codec.encode(read)).isEqualTo(written);
    assertThat(codec.decode(codec.encodeText(message))).isEqualTo(message);
  }

  @Property(tries = 500)
  void typeComesFirstAndTheRestIsJson(@ForAll Random random) throws Exception {
    NetworkMessage message = new Anything(random).message();
    String text = codec.encodeText(message);
    String type = MessageType.nameOf(message.getClass());

    assertThat(text).startsWith("{\"type\":\"" + type + "\"").endsWith("}");
    assertThat(MAPPER.readTree(text).get("type").textValue()).isEqualTo(type);
  }

  @Property(tries = 500)
  void orderOfFieldsAndUnknownOnesDoNotMatter(@ForAll Random random) throws Exception {
    NetworkMessage message = new Anything(random).message();

    String shuffled = shuffled(MAPPER.readTree(codec.encodeText(message)), random).toString();

    assertThat(codec.decode(shuffled)).isEqualTo(message);
  }

  /** A text cut short is no message: nothing half read gets in. */
  @Property(tries = 300)
  void everyPrefixIsRefused(@ForAll Random random) {
    byte[] written = codec.encode(new Anything(random).message());
    byte[] prefix = Arrays.copyOf(written, random.nextInt(written.length));

    assertThat(refusal(prefix)).isEqualTo(ErrorCode.MALFORMED);
  }

  /** Whatever a stranger makes of a message, the answer is a message or a refusal. */
  @Property(tries = 2_000)
  void damagedBytesGiveAMessageOrARefusalAndNothingElse(@ForAll Random random) {
    byte[] damaged = codec.encode(new Anything(random).message());
    for (int i = random.nextInt(4); i >= 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    }
    try {
      NetworkMessage read = codec.decode(damaged);
      if (!(read instanceof NetworkMessage.Unknown)) {
        assertThat(codec.decode(codec.encode(read))).isEqualTo(read);
      }
    } catch (ProtocolException e) {
      assertThat(codec.encode(e.toError())).isNotEmpty();
    }
  }

  @Test
  void everyTypeIsAmongTheSamples() {
    Anything anything = new Anything(new Random(1));
    Set<Class<?>> seen = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      seen.add(anything.message().getClass());
    }
    Set<Class<?>> all = new HashSet<>(Arrays.asList(NetworkMessage.class.getPermittedSubclasses()));
    all.remove(NetworkMessage.Unknown.class);

    assertThat(seen).isEqualTo(all);
  }

  private @Nullable ErrorCode refusal(byte[] text) {
    try {
      codec.decode(text);
      return null;
    } catch (ProtocolException e) {
      return e.code();
    }
  }

  /** The message's own fields in another order, among them one that nobody knows. */
  private static JsonNode shuffled(JsonNode node, Random random) {
    if (!node.isObject()) {
      return node;
    }
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
    Collections.shuffle(fields, random);
    ObjectNode shuffled = MAPPER.createObjectNode();
    shuffled.putObject("not_known").putArray("to").add(1.5).add("é").addNull();
    fields.forEach(field -> shuffled.set(field.getKey(), field.getValue()));
    return shuffled;
  }
}
