package io.timecoin.node.masternode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timecoin.node.base.Amount;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.samples.SmallNetwork;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file that a network starts from, and its hash. */
class GenesisTest {
  private final Genesis genesis = SmallNetwork.of(4).genesis();
  private final String canonical = GenesisJson.canonical(genesis);

  @Test
  void canonicalFormHasSortedKeysAndNoWhiteSpace() {
    assertThat(canonical)
        .startsWith("{\"block_interval_ms\":10000,\"block_reward\":100000000,\"chain_id\":\"sample")
        .containsSubsequence("\"initial_outputs\":[{\"address\":", "\"amount\":100000000000}]")
        .containsSubsequence("\"limits\":{\"orphans_max\":1000,\"pending_max\":50000}")
        .endsWith("\"supply_cap\":2100000000000000,\"timestamp\":1763000000}")
        .doesNotContain("\n", "\": ", ", ");
  }

  @Test
  void hashIsThatOfTheCanonicalForm() {
    assertThat(genesis.hash().toBytes())
        .isEqualTo(Hashes.sha3(canonical.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void orderOfMembersAndLayoutDoNotChangeTheHash() {
    List<Masternode> reversed = genesis.masternodes().members().reversed();

    assertThat(new MasternodeSet(reversed).members()).isEqualTo(genesis.masternodes().members());
    assertThat(GenesisJson.parse(GenesisJson.pretty(genesis)).hash()).isEqualTo(genesis.hash());
    assertThat(GenesisJson.parse(canonical).hash()).isEqualTo(genesis.hash());
  }

  @Test
  void everyFieldIsUnderTheHash() {
    String[] others = {
      canonical.replace("\"lock_lease_ms\":5000", "\"lock_lease_ms\":5001"),
      canonical.replace("sample chain", "other chain"),
      canonical.replace("\"min_fee\":1000", "\"min_fee\":1001"),
      canonical.replace("\"name\":\"node 1\"", "\"name\":\"node 9\""),
      canonical.replace("\"pending_max\":50000", "\"pending_max\":50001"),
      canonical.replace("1763000000", "1763000001"),
    };
    for (String other : others) {
      assertThat(GenesisJson.parse(other).hash()).isNotEqualTo(genesis.hash());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"min_fee\":1000 | \"min_fee\":1000.0 | min_fee must be an integer",
        "\"min_fee\":1000 | \"min_fee\":\"1000\" | min_fee must be an integer",
        "\"min_fee\":1000 | \"min_fee\":-1 | min_fee must be an integer",
        "\"min_fee\":1000 | \"min_fee\":9007199254740992 | min_fee must be an integer",
        "\"min_fee\":1000 | \"min_fee\":18446744073709551616 | min_fee must be an integer",
        "\"min_fee\":1000, | '' | lacks min_fee",
        "\"min_fee\":1000 | \"min_fee\":1000,\"min_fee\":1000 | not JSON",
        "\"min_fee\":1000 | \"min_fee\":1000,\"note\":\"x\" | a field that is not known",
        "\"network\":\"devnet\" | \"network\":\"mainnet\" | must belong to mainnet",
        "\"network\":\"devnet\" | \"network\":\"moon\" | mainnet, testnet or devnet",
        "\"chain_id\":\"sample chain\" | \"chain_id\":\"\" | chain_id must be",
        "\"supply_cap\":2100000000000000 | \"supply_cap\":1 | within the supply cap",
        "\"block_interval_ms\":10000 | \"block_interval_ms\":0 | at least 1 ms",
      })
  void badFieldIsRefusedByName(String good, String bad, String reason) {
    String text = canonical.replace(good, bad);

    assertThat(text).isNotEqualTo(canonical);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenesisJson.parse(text))
        .withMessageContaining(reason);
  }

  @Test
  void somethingAfterTheFileIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> GenesisJson.parse(canonical + "{}"));
    assertThatIllegalArgumentException().isThrownBy(() -> GenesisJson.parse("[]"));
    assertThatIllegalArgumentException().isThrownBy(() -> GenesisJson.parse(""));
  }

  @Test
  void sameMasternodeTwiceIsRefused() {
    Masternode member = genesis.masternodes().members().getFirst();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MasternodeSet(List.of(member, member)))
        .withMessageContaining("occurs twice");
    assertThatIllegalArgumentException().isThrownBy(() -> new MasternodeSet(List.of()));
  }

  @Test
  void initialOutputsHaveOutpointsOfTheCoinbase() {
    assertThat(genesis.coinbase().outPoints()).hasSize(1);
    assertThat(genesis.initialOutputs().getFirst().amount()).isEqualTo(Amount.ofTime(1_000));
  }
}
