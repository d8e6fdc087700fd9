package io.timecoin.node.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timecoin.node.base.Amount;
import io.timecoin.node.cli.CliRun;
import io.timecoin.node.cli.console.PasswordOptions;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisJson;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.runtime.keys.KeyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenesisCreateCommandTest {
  private static final String ALICE = "TIME0mhSydre2LzwfYXmYCw4SsSUyLDccnCAgfL";

  @TempDir private Path folder;

  private CliRun create(String... args) {
    String[] all = new String[args.length + 6];
    System.arraycopy(
        new String[] {"genesis", "create", "--out", folder.toString(), "--masternodes", "4"},
        0,
        all,
        0,
        6);
    System.arraycopy(args, 0, all, 6, args.length);
    return CliRun.with(new byte[0], Map.of(PasswordOptions.VARIABLE, "secret"), all);
  }

  @Test
  void genesisNamesTheMastersWhoseKeysAreWritten() throws Exception {
    CliRun run =
        create(
            "--fund", ALICE + "=1000", "--block-interval", "2s", "--lock-lease", "750ms", "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    Genesis genesis = GenesisJson.parse(Files.readString(folder.resolve("genesis.json")));
    JsonNode result = new ObjectMapper().readTree(run.out());
    assertThat(result.path("genesis_hash").textValue()).isEqualTo(genesis.hash().toString());
    assertThat(genesis.initialOutputs().getFirst().amount()).isEqualTo(Amount.ofTime(1000));
    assertThat(genesis.blockInterval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(genesis.lockLease()).isEqualTo(Duration.ofMillis(750));
    assertThat(genesis.masternodes().size()).isEqualTo(4);
    Path key = folder.resolve("node-3").resolve("node.key");
    assertThat(genesis.masternodes().indexOf(KeyFile.read(key, "secret".toCharArray()).publicKey()))
        .isNotEqualTo(MasternodeSet.NO_MEMBER);
  }

  @Test
  void existingNetworkIsNotTouched() throws Exception {
    create("--open-keys");
    String before = Files.readString(folder.resolve("genesis.json"));
    CliRun again = create("--open-keys");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("genesis.json exists");
    assertThat(Files.readString(folder.resolve("genesis.json"))).isEqualTo(before);
  }

  @Test
  void openKeysAreForDevnetsOnly() {
    assertThat(create("--open-keys", "--network", "testnet").exit()).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatNoNodeWouldAcceptIsWrongUsage() {
    assertThat(create("--fund", "TIME11CeEaMcH77jzxLLNcBbnMWYtYz4S9iGwyA=5").err())
        .contains("devnet");
    assertThat(create("--fund", ALICE + "=-5").exit()).isEqualTo(2);
    assertThat(create("--chain-id", "<b>").exit()).isEqualTo(2);
    assertThat(create("--block-interval", "soon").err()).contains("10s");
    assertThat(create("--supply-cap", "1", "--fund", ALICE + "=2").exit()).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }
}
