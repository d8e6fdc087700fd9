package io.timecoin.node.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.timecoin.node.cli.CliProcess;
import io.timecoin.node.cli.CliRun;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.masternode.GenesisJson;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shape of what is printed, by the quickest measure; and the chain the others are made of. */
final class BenchIT {
  @TempDir Path folder;

  @Test
  void printsOneLineAFigure() throws Exception {
    try (CliProcess bench = CliProcess.start("bench", "--quick", "--json", "--only", "wallet")) {
      JsonNode first = JsonLine.read(bench.line());
      assertThat(first.path("name").textValue()).isEqualTo("query");
      assertThat(first.path("unit").textValue()).isEqualTo("ms");
      assertThat(first.path("median").doubleValue()).isPositive();
      assertThat(first.path("min").doubleValue()).isLessThanOrEqualTo(first.path("max").asDouble());
      assertThat(first.path("goal").doubleValue()).isPositive();
      assertThat(first.path("goal_met").isBoolean()).isTrue();
      assertThat(bench.exit()).isZero();
    }
  }

  @Test
  void aMeasureThatIsNotThereIsWrongUsage() throws Exception {
    assertThat(CliRun.of("bench", "--only", "riddle").exit()).isEqualTo(2);
  }

  @Test
  void aMadeChainIsARealOneThatVerifies() throws Exception {
    try (ChainMaker maker = ChainMaker.make(folder, 120_000, _ -> {})) {
      assertThat(maker.utxos()).isGreaterThanOrEqualTo(120_000);
      Files.writeString(folder.resolve("genesis.json"), GenesisJson.pretty(maker.genesis()));
    }
    CliRun verified = CliRun.of("store", "verify", "--data-dir", folder.toString(), "--json");
    assertThat(verified.err()).doesNotContain("fault");
    assertThat(JsonLine.read(verified.out()).path("ok").booleanValue()).isTrue();
  }
}
