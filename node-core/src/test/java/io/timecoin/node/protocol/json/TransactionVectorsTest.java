package io.timecoin.node.protocol.json;

import static io.timecoin.node.vectors.Vectors.bytes;
import static io.timecoin.node.vectors.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.ProtocolException;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.vectors.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Canonical bytes and txids of the reference; whatever is outside our domain is refused. */
class TransactionVectorsTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final String NO_SIGNATURE = "signature is not 64 bytes";
  private static final int SIGNATURE_BYTES = 64;

  private final MessageCodec codec = new MessageCodec();

  static Stream<Arguments> all() {
    return Vectors.of("transactions.json", "vectors", "name");
  }

  static Stream<Arguments> inDomain() {
    return all().filter(vector -> faults(vector).isEmpty());
  }

  /** Signatures are not hashed: with any signature put in, bytes and txid must hold. */
  static Stream<Arguments> inDomainButForTheSignature() {
    return all().filter(vector -> faults(vector).equals(List.of(NO_SIGNATURE)));
  }

  static Stream<Arguments> outsideOurDomain() {
    return all().filter(vector -> !faults(vector).isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inDomain")
  void bytesAndTxidAreTheReferences(String name, JsonNode vector) throws ProtocolException {
    hasBytesAndTxidOf(vector, codec.readTransaction(text(vector, "reference_json")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inDomain")
  void hexIsWrittenAndReadBack(String name, JsonNode vector) throws ProtocolException {
    Transaction transaction = codec.readTransaction(text(vector, "reference_json"));
    String ours = codec.writeTransaction(transaction);

    assertThat(ours).contains("\"public_key\":\"").doesNotContain("[1", "[2");
    assertThat(codec.readTransaction(ours)).isEqualTo(transaction);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inDomainButForTheSignature")
  void bytesAndTxidHoldWithAnySignature(String name, JsonNode vector) throws Exception {
    JsonNode signed = MAPPER.readTree(text(vector, "reference_json"));
    for (JsonNode input : signed.get("inputs")) {
      ArrayNode signature = ((ObjectNode) input).putArray("signature");
      for (int i = 0; i < SIGNATURE_BYTES; i++) {
        signature.add(i);
      }
    }

    hasBytesAndTxidOf(vector, codec.readTransaction(signed.toString()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outsideOurDomain")
  void whatIsOutsideOurDomainIsRefusedWithAReason(String name, JsonNode vector) {
    assertThatExceptionOfType(ProtocolException.class)
        .isThrownBy(() -> codec.readTransaction(text(vector, "reference_json")))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_TRANSACTION))
        .satisfies(
            e ->
                assertThat(faults(Arguments.of(name, vector)).stream().map(this::ourWords))
                    .as(e.getMessage())
                    .anySatisfy(words -> assertThat(e).hasMessageMatching(words)));
  }

  /** Several faults at once: the first that is met is named. */
  private String ourWords(String fault) {
    return switch (fault) {
      case NO_SIGNATURE -> ".*signature must be 64 bytes.*";
      case "public key is not 32 bytes" -> ".*public key must be 32 bytes.*";
      case "invalid address" -> ".*address (has|is|must).*";
      case "previous txid is not 64 lower-case hex characters" ->
          ".*txid must be (64|lower-case) hex.*";
      case "txid malformed" -> "txid: txid must be (64|lower-case) hex.*";
      case "amount out of range" -> ".*amount: must be an integer from 0 to .*|.*at least 1 unit";
      case "output sum out of range" -> ".*sum of outputs.*";
      case "no inputs" -> ".*1 to 1000 inputs.*";
      case "no outputs" -> ".*1 to 1000 outputs.*";
      case "duplicate input" -> "duplicate input .*";
      default -> throw new IllegalArgumentException(fault);
    };
  }

  private static void hasBytesAndTxidOf(JsonNode vector, Transaction transaction) {
    byte[] bytes = bytes(vector, "canonical_bytes_hex");

    assertThat(transaction.canonicalBytes()).isEqualTo(bytes);
    assertThat(transaction.txid()).hasToString(text(vector, "txid"));
    assertThat(Hashes.sha3(bytes)).isEqualTo(bytes(vector, "sha3_256_once_hex"));
  }

  private static List<String> faults(Arguments vector) {
    List<String> faults = new ArrayList<>();
    ((JsonNode) vector.get()[1]).get("outside_our_domain").forEach(f -> faults.add(f.textValue()));
    return faults;
  }
}
