package io.timecoin.node.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Hex;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.CliRun;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  private static final SigningKey KEY = SigningKey.of(new byte[32]);
  private static final Address ADDRESS = Hashes.addressOf(AddressVersion.TEST, KEY.publicKey());
  private static final Transaction TRANSACTION =
      TransactionSigner.sign(
          Hash256.of(new byte[32]),
          List.of(new TransactionSigner.Spend(new OutPoint(Txid.parse("ab".repeat(32)), 7), KEY)),
          List.of(new TxOutput(Amount.ofTime(25), ADDRESS)),
          1_763_487_452L);
  private static final String JSON = new MessageCodec().writeTransaction(TRANSACTION);

  @TempDir private Path folder;

  private static CliRun lines(String kind, String input) {
    return CliRun.with(input.getBytes(StandardCharsets.UTF_8), Map.of(), "inspect", kind, "-");
  }

  private static JsonNode only(CliRun run) throws Exception {
    assertThat(run.lines()).hasSize(1);
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void transactionIsToldByTxidAndCanonicalBytes() throws Exception {
    CliRun run = lines("tx", JSON + "\n");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "{\"ok\":true,\"txid\":\"%s\",\"canonical_bytes\":\"%s\"}%n"
                .formatted(TRANSACTION.txid(), Hex.encode(TRANSACTION.canonicalBytes())));
  }

  @Test
  void lastLineCountsWithoutItsLineBreak() {
    assertThat(lines("tx", JSON + "\n" + JSON).lines()).hasSize(2);
  }

  @Test
  void unknownFieldsAreIgnored() throws Exception {
    String extra = "{\"x\":[1,{\"y\":null}]," + JSON.substring(1);
    assertThat(only(lines("tx", extra)).path("ok").booleanValue()).isTrue();
    String digits = "7".repeat(2_500_000);
    for (String value : List.of(digits, "\"" + digits + "\"")) {
      String longer = "{\"x\":" + value + "," + JSON.substring(1);
      assertThat(only(lines("tx", longer)).path("ok").booleanValue()).isTrue();
    }
  }

  @Test
  void txidThatDiffersFromTheContentIsRefused() throws Exception {
    String other = JSON.replace(TRANSACTION.txid().toString(), "00".repeat(32));
    CliRun run = lines("tx", other);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(only(run).path("ok").booleanValue()).isFalse();
    assertThat(only(run).path("error").textValue()).contains("txid");
  }

  @Test
  void keysAsByteArraysAreReadToo() throws Exception {
    String hex = KEY.publicKey().toString();
    StringBuilder array = new StringBuilder();
    for (byte b : KEY.publicKey().toBytes()) {
      array.append(array.isEmpty() ? "" : ",").append(b & 0xff);
    }
    String rust = JSON.replace("\"" + hex + "\"", "[" + array + "]");
    assertThat(only(lines("tx", rust)).path("txid").textValue())
        .isEqualTo(TRANSACTION.txid().toString());
  }

  @Test
  void everyLineGetsOneAnswerAlsoEmptyOnes() {
    CliRun run = lines("address", ADDRESS + "\n\n " + ADDRESS + "\nhello\n");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines()).hasSize(4);
    assertThat(run.lines().getFirst()).startsWith("{\"ok\":true,");
    assertThat(run.lines().subList(1, 4)).allMatch(line -> line.startsWith("{\"ok\":false,"));
  }

  @Test
  void nothingInIsNothingOut() {
    CliRun run = lines("tx", "");
    assertThat(run).isEqualTo(new CliRun(0, "", ""));
  }

  @Test
  void addressIsToldByNetworkAndHash() throws Exception {
    JsonNode test = only(lines("address", ADDRESS.toString()));
    assertThat(test.path("network").textValue()).isEqualTo("testnet");
    assertThat(test.path("hash").textValue()).isEqualTo(Hex.encode(ADDRESS.hash160()));
    Address main = Hashes.addressOf(AddressVersion.MAIN, KEY.publicKey());
    assertThat(only(lines("address", main.toString())).path("network").textValue())
        .isEqualTo("mainnet");
  }

  @Test
  void answersAreAsciiWhateverTheInput() {
    CliRun run = lines("tx", "{\"ü\u2028\uD83D\uDE00\": \"é\"\n\u0000\n[]\n\"x\"\n1e999\n");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines()).hasSize(5);
    assertThat(run.out().chars()).allMatch(c -> c < 0x7f);
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedAndTheNextLineIsRead() {
    byte[] good = (ADDRESS + "\n").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
    input.writeBytes(good);
    CliRun run = CliRun.with(input.toByteArray(), Map.of(), "inspect", "address", "-");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines().get(0)).isEqualTo("{\"ok\":false,\"error\":\"not UTF-8\"}");
    assertThat(run.lines().get(1)).contains("\"ok\":true");
  }

  @Test
  void endlessLineIsRefusedAndTheNextIsRead() {
    CliRun run = lines("address", "1".repeat(Lines.LINE_BYTES_MAX + 1) + "\n" + ADDRESS);
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().get(0)).contains("longer than");
    assertThat(run.lines().get(1)).contains("\"ok\":true");
  }

  @Test
  void fileMayHoldOneDocumentOverSeveralLines() throws Exception {
    String pretty = new ObjectMapper().readTree(JSON).toPrettyString() + "\n";
    Path file = Files.writeString(folder.resolve("tx.json"), pretty);
    CliRun run = CliRun.of("inspect", "tx", file.toString());
    assertThat(only(run).path("txid").textValue()).isEqualTo(TRANSACTION.txid().toString());
  }

  @Test
  void fileMayHoldOneDocumentALine() throws Exception {
    Path file = Files.writeString(folder.resolve("txs"), JSON + "\n\n" + JSON + "\n");
    assertThat(CliRun.of("inspect", "tx", file.toString()).lines()).hasSize(3);
  }

  @Test
  void missingFileIsAFailure() {
    CliRun run = CliRun.of("inspect", "tx", folder.resolve("none").toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("there is no file");
  }

  @Test
  void unknownKindIsWrongUsage() {
    assertThat(CliRun.of("inspect", "block", "-").exit()).isEqualTo(2);
  }

  @Test
  void hundredThousandLinesTakeNoMemoryOfTheirOwn() {
    String input = (ADDRESS + "\n").repeat(100_000);
    assertThatCode(() -> assertThat(lines("address", input).lines()).hasSize(100_000))
        .doesNotThrowAnyException();
  }
}
