package io.timecoin.node.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Signature;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.samples.Anything;
import io.timecoin.node.samples.SmallNetwork;
import io.timecoin.node.tx.TransactionRules.Refusal;
import io.timecoin.node.tx.TransactionSigner.Spend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Form rules, node rules, and what a txid covers. */
class TransactionTest {
  private static final SigningKey KEY = SmallNetwork.wallet();
  private static final Hash256 GENESIS = Hash256.of(new byte[32]);
  private static final Address TEST_ADDRESS =
      Hashes.addressOf(AddressVersion.TEST, KEY.publicKey());
  private static final TransactionRules RULES =
      new TransactionRules(Network.DEVNET, GENESIS, Amount.ofTime(1_000));

  @Test
  void signedTransactionKeepsEveryRule() {
    assertThat(RULES.check(signed(GENESIS, output(5)))).isEmpty();
  }

  @Test
  void countsAreBounded() {
    List<TxInput> inputs =
        IntStream.rangeClosed(0, Transaction.INPUTS_MAX).mapToObj(TransactionTest::input).toList();
    List<TxOutput> outputs = Collections.nCopies(Transaction.OUTPUTS_MAX + 1, output(1));

    assertThat(transaction(inputs.subList(1, 1_001), outputs.subList(1, 1_001)).inputs())
        .hasSize(1_000);
    refused("1 to 1000 inputs, not 1001", inputs, outputs.subList(0, 1));
    refused("1 to 1000 outputs, not 1001", inputs.subList(0, 1), outputs);
    refused("1 to 1000 inputs, not 0", List.of(), outputs.subList(0, 1));
    refused("1 to 1000 outputs, not 0", inputs.subList(0, 1), List.of());
  }

  @Test
  void sameInputTwiceIsRefused() {
    refused("duplicate input", List.of(input(1), input(2), input(1)), List.of(output(1)));
  }

  @Test
  void nothingAndTooMuchCannotBePaid() {
    assertThatIllegalArgumentException().isThrownBy(() -> output(0));
    refused(
        "sum of outputs is above 2^63-1",
        List.of(input(1)),
        List.of(output(Long.MAX_VALUE), output(1)));
    assertThat(transaction(List.of(input(1)), List.of(output(Long.MAX_VALUE))).outputSum())
        .isEqualTo(Amount.ofUnits(Long.MAX_VALUE));
  }

  @Test
  void addressOfAnotherNetworkIsRefused() {
    Address mainnet = Hashes.addressOf(AddressVersion.MAIN, KEY.publicKey());

    assertThat(RULES.check(signed(GENESIS, new TxOutput(Amount.ofUnits(5), mainnet))))
        .contains(Refusal.WRONG_NETWORK);
  }

  @Test
  void moreThanThereCanBeIsRefused() {
    assertThat(RULES.check(signed(GENESIS, output(Amount.ofTime(1_000).units())))).isEmpty();
    assertThat(RULES.check(signed(GENESIS, output(Amount.ofTime(1_000).units() + 1))))
        .contains(Refusal.ABOVE_SUPPLY_CAP);
  }

  @Test
  void signatureOfAnotherNetworkOrKeyIsRefused() {
    Transaction elsewhere = signed(Hash256.of(Hashes.sha256()), output(5));
    Transaction signed = signed(GENESIS, output(5));
    TxInput input = signed.inputs().getFirst();
    Transaction otherKey =
        transaction(
            List.of(
                new TxInput(
                    input.previousOutput(),
                    SmallNetwork.key("thief").publicKey(),
                    input.signature(),
                    input.sequence())),
            signed.outputs());

    assertThat(RULES.check(elsewhere)).contains(Refusal.BAD_SIGNATURE);
    assertThat(RULES.check(otherKey)).contains(Refusal.BAD_SIGNATURE);
  }

  @Test
  void everyInputMustBeSigned() {
    Transaction signed =
        TransactionSigner.sign(
            GENESIS,
            List.of(new Spend(outPoint(1), KEY), new Spend(outPoint(2), SmallNetwork.key("b"))),
            List.of(output(5)),
            1);
    List<TxInput> inputs = new ArrayList<>(signed.inputs());
    TxInput last = inputs.getLast();
    inputs.set(
        1,
        new TxInput(
            last.previousOutput(),
            last.publicKey(),
            inputs.getFirst().signature(),
            last.sequence()));

    assertThat(RULES.check(signed)).isEmpty();
    assertThat(
            RULES.check(
                new Transaction(signed.version(), inputs, signed.outputs(), 0, signed.timestamp())))
        .contains(Refusal.BAD_SIGNATURE);
  }

  @Property(tries = 200)
  void txidCoversEverythingButSignatures(@ForAll Random random) {
    Transaction t = new Anything(random).transaction();
    Transaction resigned =
        new Transaction(
            t.version(),
            t.inputs().stream()
                .map(
                    i ->
                        new TxInput(
                            i.previousOutput(),
                            i.publicKey(),
                            Signature.of(new byte[Signature.BYTES]),
                            i.sequence()))
                .toList(),
            t.outputs(),
            t.lockTime(),
            t.timestamp());

    assertThat(resigned.txid()).isEqualTo(t.txid());
    assertThat(
            new Transaction(t.version() + 1, t.inputs(), t.outputs(), t.lockTime(), t.timestamp()))
        .extracting(Transaction::txid)
        .isNotEqualTo(t.txid());
    assertThat(
            new Transaction(t.version(), t.inputs(), t.outputs(), t.lockTime(), t.timestamp() ^ 1))
        .extracting(Transaction::txid)
        .isNotEqualTo(t.txid());
    assertThat(
            new Transaction(t.version(), t.inputs(), t.outputs(), t.lockTime() + 1, t.timestamp()))
        .extracting(Transaction::txid)
        .isNotEqualTo(t.txid());
  }

  private static void refused(String reason, List<TxInput> inputs, List<TxOutput> outputs) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> transaction(inputs, outputs))
        .withMessageContaining(reason);
  }

  private static Transaction transaction(List<TxInput> inputs, List<TxOutput> outputs) {
    return new Transaction(1, inputs, outputs, 0, 1_763_000_000);
  }

  private static Transaction signed(Hash256 genesisHash, TxOutput output) {
    return TransactionSigner.sign(
        genesisHash, List.of(new Spend(outPoint(0), KEY)), List.of(output), 1_763_000_000);
  }

  private static TxInput input(int vout) {
    return new TxInput(
        outPoint(vout), KEY.publicKey(), Signature.of(new byte[64]), TxInput.FINAL_SEQUENCE);
  }

  private static OutPoint outPoint(int vout) {
    return new OutPoint(SmallNetwork.txid("funds"), vout);
  }

  private static TxOutput output(long units) {
    return new TxOutput(Amount.ofUnits(units), TEST_ADDRESS);
  }
}
