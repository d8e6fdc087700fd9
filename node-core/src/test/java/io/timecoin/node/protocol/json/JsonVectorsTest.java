package io.timecoin.node.protocol.json;

import static io.timecoin.node.vectors.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.ProtocolException;
import io.timecoin.node.vectors.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference's texts: read, and written back as the same text but for hex; or refused. */
class JsonVectorsTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final Map<String, JsonCodec<?>> CODECS =
      Map.of(
          "OutPoint", ValueShapes.OUT_POINT,
          "TxOutput", TransactionShapes.OUTPUT,
          "TxInput", TransactionShapes.INPUT,
          "Transaction", TransactionShapes.TRANSACTION,
          "UTXOState", StateShapes.STATE,
          "UTXOStateNotification", WalletMessages.STATE_CHANGE);

  /** Votes are signed here, and a status counts two phases: these shapes are ours alone. */
  private static final Set<String> NOT_OURS = Set.of("TransactionVote", "TransactionStatus");

  static Stream<Arguments> encoded() {
    return Vectors.of("json_encode.json", "vectors", "name").filter(JsonVectorsTest::isOurs);
  }

  static Stream<Arguments> decoded() {
    return Vectors.of("json_decode.json", "vectors", "input").filter(JsonVectorsTest::isOurs);
  }

  private static boolean isOurs(Arguments vector) {
    return !NOT_OURS.contains(text((JsonNode) vector.get()[1], "type"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encoded")
  void textIsReadAndWrittenBackOrRefusedForAStatedReason(String name, JsonNode vector)
      throws Exception {
    readsBackOrRefuses(vector, text(vector, "json"), text(vector, "json"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decoded")
  void inputIsReadOnlyWhereTheReferenceReadsIt(String input, JsonNode vector) throws Exception {
    if (vector.get("ok").booleanValue()) {
      readsBackOrRefuses(vector, input, text(vector, "reencoded"));
    } else {
      assertThat(refusal(vector, input)).isPresent();
    }
  }

  /** The form of the vectors above, with txids that we take. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("decoded")
  void shapeIsReadWhereTheReferenceReadsItOnceTheTxidIsOne(String input, JsonNode vector)
      throws Exception {
    String txid = "\"" + "a".repeat(64) + "\"";
    String ours = input.replace("\"a\"", txid);

    assertThat(refusal(vector, ours).isEmpty()).isEqualTo(vector.get("ok").booleanValue());
    if (vector.get("ok").booleanValue()) {
      writesBack(vector, ours, text(vector, "reencoded").replace("\"a\"", txid));
    }
  }

  private static void readsBackOrRefuses(JsonNode vector, String json, String expected)
      throws Exception {
    Optional<String> stricter = stricter(json);
    if (stricter.isPresent()) {
      assertThat(refusal(vector, json)).as("refused: %s", stricter.get()).isPresent();
    } else {
      writesBack(vector, json, expected);
    }
  }

  /** Where ours is stricter than the reference, and why; found in the text itself. */
  private static Optional<String> stricter(String json) {
    if (json.contains("\"coinbase_42\"")
        || json.contains("\"txid\":\"\"")
        || json.contains("\"a\"")
        || json.contains("\"txid\":\"a\\\"")) {
      return Optional.of("a txid is 64 lower-case hex characters");
    }
    if (json.contains("18446744073709551615")) {
      return Optional.of(
          "amounts and heights end at 2^63-1, votes at 2^31-1: see the vectors' note");
    }
    if (json.contains("\"inputs\":[]")) {
      return Optional.of("only blocks hold transactions without inputs");
    }
    return Optional.empty();
  }

  private static Optional<ErrorCode> refusal(JsonNode vector, String json) {
    JsonCodec<?> codec = CODECS.get(text(vector, "type"));
    try {
      JsonDocument.read(Objects.requireNonNull(codec), json);
      return Optional.empty();
    } catch (ProtocolException e) {
      return Optional.of(e.code());
    }
  }

  private static void writesBack(JsonNode vector, String json, String expected) throws Exception {
    String written = rewritten(Objects.requireNonNull(CODECS.get(text(vector, "type"))), json);

    assertThat(written).isEqualTo(asWeWriteIt(expected));
  }

  private static <T> String rewritten(JsonCodec<T> codec, String json) throws ProtocolException {
    return new String(
        JsonDocument.write(codec, JsonDocument.read(codec, json)), StandardCharsets.UTF_8);
  }

  /** Byte arrays as hex, and the milliseconds that our notifications carry besides. */
  private static String asWeWriteIt(String json) throws Exception {
    JsonNode tree = MAPPER.readTree(json);
    hex(tree);
    String text = tree.toString();
    return tree.has("originator")
        ? text.replace(
            ",\"originator\"",
            ",\"timestamp_ms\":" + tree.get("timestamp").longValue() + "000,\"originator\"")
        : text;
  }

  private static void hex(JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      boolean bytes = field.getKey().equals("public_key") || field.getKey().equals("signature");
      if (bytes && field.getValue() instanceof ArrayNode array) {
        byte[] value = new byte[array.size()];
        for (int i = 0; i < value.length; i++) {
          value[i] = (byte) array.get(i).intValue();
        }
        ((ObjectNode) node).put(field.getKey(), HexFormat.of().formatHex(value));
      }
    }
    node.forEach(JsonVectorsTest::hex);
  }
}
