package io.timecoin.node.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.timecoin.node.finality.CertificateVerifier;
import io.timecoin.node.finality.VoteSignatures;
import io.timecoin.node.masternode.GenesisJson;
import io.timecoin.node.samples.SmallNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/PROTOCOL.md true. With {@code -Dprotocol.doc.rewrite=true} its examples are written
 * anew instead of compared.
 */
class ProtocolDocTest {
  private static final Path PAGE = Path.of("..", "docs", "PROTOCOL.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- example: ([^>]+) -->\n```json\n(.*?)```\n", Pattern.DOTALL);
  private static final JsonMapper MAPPER = new JsonMapper();

  private final MessageCodec codec = new MessageCodec();

  @Test
  void examplesOfThePageAreWhatTheCodeWrites() throws IOException {
    String page = Files.readString(PAGE);
    String written = withExamples(page);
    if (Boolean.getBoolean("protocol.doc.rewrite")) {
      Files.writeString(PAGE, written);
    } else {
      assertThat(page).isEqualTo(written);
    }
  }

  @Test
  void everyMessageHasItsExample() throws IOException {
    List<String> types =
        Arrays.stream(NetworkMessage.class.getPermittedSubclasses())
            .filter(type -> type != NetworkMessage.Unknown.class)
            .map(type -> MessageType.nameOf(type.asSubclass(NetworkMessage.class)))
            .toList();

    assertThat(ProtocolExamples.messages()).containsKeys(types.toArray(String[]::new));
    assertThat(names(Files.readString(PAGE))).containsAll(types);
  }

  @Test
  void everyErrorCodeStandsInTheTableOnce() throws IOException {
    String page = Files.readString(PAGE);
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(page).containsOnlyOnce("\n| `" + code.wireName() + "` | ");
    }
  }

  @Test
  void everyExampleIsReadAsTheMessageItShows() throws ProtocolException {
    for (NetworkMessage message : ProtocolExamples.messages().values()) {
      assertThat(codec.decode(pretty(codec.encodeText(message)))).isEqualTo(message);
    }
  }

  @Test
  void everySignatureInTheExamplesIsGood() {
    SmallNetwork network = ProtocolExamples.NETWORK;
    Map<String, NetworkMessage> examples = ProtocolExamples.messages();

    assertThat(network.genesis().transactionRules().check(ProtocolExamples.PAYMENT)).isEmpty();
    assertThat(
            new CertificateVerifier(network.genesisHash(), network.masternodes())
                .check(ProtocolExamples.CERTIFICATE))
        .isEmpty();
    assertThat(examples.get("InstantFinalityVote"))
        .isInstanceOfSatisfying(
            NetworkMessage.InstantFinalityVote.class,
            m ->
                assertThat(VoteSignatures.firstForged(m.votes(), network.genesisHash())).isEmpty());
    assertThat(examples.get("UTXOStateNotification between masternodes"))
        .isInstanceOfSatisfying(
            NetworkMessage.UtxoStateNotification.class,
            m ->
                assertThat(
                        NotificationSignature.verify(
                            network.genesisHash(),
                            m.notification(),
                            Objects.requireNonNull(m.signature())))
                    .isTrue());
  }

  private String withExamples(String page) {
    Map<String, String> examples = examples();
    StringBuilder written = new StringBuilder();
    Matcher matcher = EXAMPLE.matcher(page);
    while (matcher.find()) {
      String name = matcher.group(1);
      String json = Objects.requireNonNull(examples.get(name), name);
      matcher.appendReplacement(
          written,
          Matcher.quoteReplacement("<!-- example: " + name + " -->\n```json\n" + json + "\n```\n"));
    }
    return matcher.appendTail(written).toString();
  }

  private Map<String, String> examples() {
    Map<String, String> examples = new HashMap<>();
    ProtocolExamples.messages()
        .forEach((name, message) -> examples.put(name, pretty(codec.encodeText(message))));
    examples.put(
        "states",
        String.join("\n", ProtocolExamples.states().stream().map(codec::writeState).toList()));
    examples.put("genesis", GenesisJson.pretty(ProtocolExamples.NETWORK.genesis()).strip());
    examples.put("genesis hash", "\"" + ProtocolExamples.NETWORK.genesisHash() + "\"");
    return examples;
  }

  private static List<String> names(String page) {
    List<String> names = new ArrayList<>();
    Matcher matcher = EXAMPLE.matcher(page);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static String pretty(String json) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return MAPPER.writer(printer).writeValueAsString(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
