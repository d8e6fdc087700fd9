package io.timecoin.node.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.pay.Payment;
import io.timecoin.node.cli.pay.Purse;
import io.timecoin.node.cli.pay.Settlement;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.protocol.OutPointState;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TransactionSigner.Spend;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.UtxoState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a wallet sends, it gets one error with a stable code; its connection and the node live
 * on, and no state moves.
 */
class BadInputIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MessageCodec CODEC = new MessageCodec();

  /** Well-formed JSON integers that are no amounts. */
  private static final List<String> NUMBERS = List.of("-1", "0", "9223372036854775808");

  private static final long SECONDS = 1_790_000_000L;

  @TempDir private static Path folder;
  private static Devnet devnet;
  private static Genesis genesis;
  private static OutPoint spent;

  private NodeConnection node;
  private List<OutPointState> before;

  @BeforeAll
  static void startNetwork() throws Exception {
    devnet =
        Devnet.create(
            new Devnet.Settings(
                1, 0, folder, 3, false, Duration.ofSeconds(10), Duration.ofSeconds(5)));
    devnet.start(_ -> {});
    genesis = devnet.genesis();
    spent = spendOne();
  }

  private static OutPoint spendOne() throws Exception {
    try (NodeConnection node =
        NodeConnection.open(devnet.nodes().getFirst().webSocketUri(), PATIENCE)) {
      StatusReport status =
          node.ask(NetworkMessage.GetStatus::new, NetworkMessage.NodeStatus.class, PATIENCE)
              .report();
      Purse purse = new Purse(node, status, key(2), PATIENCE);
      Payment payment = purse.pay(address(1), Amount.ofTime(1), null, List.of());
      purse.broadcast(payment);
      purse.settlement(payment, new Deaf()).await(PATIENCE);
      return payment.inputs().getFirst();
    }
  }

  /** Hears nothing. */
  private static final class Deaf implements Settlement.Listener {
    @Override
    public void state(OutPoint input, UtxoState state, long nanos) {}

    @Override
    public void status(TransactionStatus status, long nanos) {}
  }

  @AfterAll
  static void stopNetwork() {
    devnet.close();
  }

  @BeforeEach
  void connect() throws Exception {
    node = NodeConnection.open(devnet.nodes().getFirst().webSocketUri(), PATIENCE);
    before = states();
  }

  @AfterEach
  void nothingChangedAndAllLives() throws Exception {
    node.send(new NetworkMessage.Ping(7));
    Received answer = node.next(PATIENCE);
    assertThat(answer).isNotNull();
    assertThat(answer.message()).isEqualTo(new NetworkMessage.Pong(7));
    assertThat(states()).isEqualTo(before);
    node.close();
  }

  private List<OutPointState> states() throws Exception {
    List<OutPoint> all = genesis.coinbase().outPoints();
    return node.ask(
            id -> new NetworkMessage.UtxoStateQuery(all, id),
            NetworkMessage.UtxoStateResponse.class,
            PATIENCE)
        .states();
  }

  private static SigningKey key(int wallet) {
    return devnet.wallets().get(wallet).key();
  }

  private static Address address(int wallet) {
    return devnet.wallets().get(wallet).address();
  }

  private static OutPoint own(int index) {
    return genesis.coinbase().outPoints().get(index);
  }

  private static Transaction pay(OutPoint input, SigningKey key, Amount amount) {
    return TransactionSigner.sign(
        genesis.hash(),
        List.of(new Spend(input, key)),
        List.of(new TxOutput(amount, address(1))),
        SECONDS);
  }

  private static Transaction good() {
    return pay(own(0), key(0), Amount.ofTime(100));
  }

  private void refused(Transaction transaction, String code) throws Exception {
    refusedText(
        CODEC.encodeText(new NetworkMessage.TransactionBroadcast(transaction, "mine")),
        code,
        "mine");
  }

  private void refusedJson(Consumer<ObjectNode> change, String code) throws Exception {
    ObjectNode message =
        (ObjectNode)
            JSON.readTree(
                CODEC.encodeText(new NetworkMessage.TransactionBroadcast(good(), "mine")));
    change.accept((ObjectNode) message.get("transaction"));
    refusedText(JSON.writeValueAsString(message), code, "mine");
  }

  private void refusedText(String text, String code, String requestId) throws Exception {
    node.sendText(text);
    Received answer = node.next(PATIENCE);
    assertThat(answer).as("an answer").isNotNull();
    JsonNode error = JSON.readTree(answer.text());
    assertThat(error.path("type").textValue()).as(answer.text()).isEqualTo("Error");
    assertThat(error.path("code").textValue()).as(answer.text()).isEqualTo(code);
    assertThat(error.path("message").textValue()).isNotBlank();
    if (requestId != null) {
      assertThat(error.path("request_id").textValue()).isEqualTo(requestId);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{",
        "[]",
        "1",
        "null",
        "\"GetStatus\"",
        "{}",
        "{\"type\":1}",
        "{\"type\":\"UTXOStateQuery\"}",
        "{\"type\":\"Ping\",\"nonce\":\"x\"}",
        "{\"type\":\"Ping\",\"nonce\":1} {}",
        "{\"type\":\"TransactionBroadcast\",\"transaction\":7}"
      })
  void whatIsNoMessageIsMalformed(String text) throws Exception {
    refusedText(text, "malformed", null);
  }

  @Test
  void frameBeyondOneMebibyteIsTooLarge() throws Exception {
    refusedText("{\"type\":\"Ping\",\"x\":\"" + "a".repeat(1 << 20) + "\"}", "too_large", null);
  }

  @Test
  void addressOfAnotherNetworkIsRefused() throws Exception {
    Address main = Hashes.addressOf(AddressVersion.MAIN, key(1).publicKey());
    Transaction transaction =
        TransactionSigner.sign(
            genesis.hash(),
            List.of(new Spend(own(0), key(0))),
            List.of(new TxOutput(Amount.ofTime(1), main)),
            SECONDS);
    refused(transaction, "wrong_network");
  }

  @Test
  void foreignSignatureIsRefused() throws Exception {
    refusedJson(
        transaction -> {
          ObjectNode input = (ObjectNode) transaction.withArray("inputs").get(0);
          input.put("signature", "11".repeat(64));
        },
        "bad_signature");
  }

  @Test
  void outpointThatNobodyMadeIsRefused() throws Exception {
    refused(pay(new OutPoint(own(0).txid(), 4_000), key(0), Amount.ofTime(1)), "unknown_outpoint");
    refused(
        pay(new OutPoint(Txid.parse("ab".repeat(32)), 0), key(0), Amount.ofTime(1)),
        "unknown_outpoint");
  }

  @Test
  void spentInputIsRefused() throws Exception {
    refused(pay(spent, key(2), Amount.ofUnits(5)), "input_spent");
  }

  @Test
  void moneyOfOthersIsRefused() throws Exception {
    refused(pay(own(0), key(1), Amount.ofTime(1)), "wrong_key");
  }

  @Test
  void feeBelowTheLeastIsRefused() throws Exception {
    Amount all = genesis.initialOutputs().getFirst().amount();
    refused(pay(own(0), key(0), all), "fee_too_low");
    refused(pay(own(0), key(0), all.plus(Amount.ofUnits(1))), "fee_too_low");
  }

  @Test
  void moreThanThereCanBeIsRefused() throws Exception {
    refused(pay(own(0), key(0), genesis.supplyCap().plus(Amount.ofUnits(1))), "above_supply_cap");
  }

  @Test
  void sumThatOverflowsIsRefused() throws Exception {
    refusedJson(
        transaction -> {
          ArrayNode outputs = transaction.withArray("outputs");
          ((ObjectNode) outputs.get(0)).put("amount", Long.MAX_VALUE);
          outputs.add(outputs.get(0).deepCopy());
        },
        "invalid_transaction");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "1.5", "9223372036854775808", "1e3", "\"5\"", "null"})
  void amountThatIsNoneIsRefused(String number) throws Exception {
    String text = CODEC.encodeText(new NetworkMessage.TransactionBroadcast(good(), "mine"));
    String changed = text.replace("\"amount\":10000000000", "\"amount\":" + number);
    assertThat(changed).isNotEqualTo(text);
    refusedText(changed, NUMBERS.contains(number) ? "invalid_transaction" : "malformed", "mine");
  }

  @Test
  void sameInputTwiceIsRefused() throws Exception {
    refusedJson(
        transaction -> {
          ArrayNode inputs = transaction.withArray("inputs");
          inputs.add(inputs.get(0).deepCopy());
        },
        "invalid_transaction");
  }

  @Test
  void txidThatDiffersFromTheContentIsRefused() throws Exception {
    refusedJson(transaction -> transaction.put("txid", "00".repeat(32)), "invalid_transaction");
  }

  @Test
  void payingToWhatIsNoAddressIsRefused() throws Exception {
    refusedJson(
        transaction ->
            ((ObjectNode) transaction.withArray("outputs").get(0)).put("address", "TIME0nonsense"),
        "invalid_transaction");
  }

  @Test
  void subscriptionToWhatIsNoAddressIsRefused() throws Exception {
    String text =
        "{\"type\":\"UTXOSubscribe\",\"outpoints\":[],\"addresses\":[\"%s\"],"
            + "\"subscriber_id\":\"s\",\"request_id\":\"mine\"}";
    refusedText(text.formatted("TIME0nonsense"), "invalid_address", "mine");
    Address main = Hashes.addressOf(AddressVersion.MAIN, key(1).publicKey());
    refusedText(text.formatted(main), "invalid_address", "mine");
  }

  @Test
  void outpointThatIsNoneIsRefused() throws Exception {
    String text = "{\"type\":\"UTXOStateQuery\",\"outpoints\":[\"%s\"],\"request_id\":\"mine\"}";
    refusedText(text.formatted("abc"), "invalid_outpoint", "mine");
    refusedText(text.formatted("ab".repeat(32) + ":-1"), "invalid_outpoint", "mine");
  }

  @Test
  void moreOutpointsThanAQueryMayNameAreRefused() throws Exception {
    List<OutPoint> many = Collections.nCopies(1_001, own(0));
    refusedText(
        CODEC.encodeText(new NetworkMessage.UtxoStateQuery(many, "mine")), "too_many", "mine");
  }

  @Test
  void endingASubscriptionThatThereIsNotIsRefused() throws Exception {
    refusedText(
        CODEC.encodeText(new NetworkMessage.UtxoUnsubscribe("nobody", "mine")),
        "not_subscribed",
        "mine");
  }
}
