package io.timecoin.node.cli.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timecoin.node.cli.CliProcess;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoIT {
  @Test
  void paymentWalksAllStatesToFinalityAndOnlyOneLineOfJsonIsPrinted() throws Exception {
    try (CliProcess demo = CliProcess.start("demo", "--headless", "--json")) {
      JsonNode result = new ObjectMapper().readTree(demo.line());
      assertThat(demo.exit()).isZero();
      assertThat(demo.rest()).isEmpty();
      assertThat(result.path("txid").textValue()).matches("[0-9a-f]{64}");
      List<String> names = new ArrayList<>();
      result.path("states").forEach(state -> names.add(state.path("state").textValue()));
      assertThat(names).startsWith("Unspent", "Locked", "SpentPending").endsWith("SpentFinalized");
      assertThat(result.path("states").path(0).path("ms").doubleValue()).isZero();
      List<Double> times = new ArrayList<>();
      result.path("states").forEach(state -> times.add(state.path("ms").doubleValue()));
      assertThat(times).isSorted();
      assertThat(result.path("finality_ms").doubleValue()).isEqualTo(times.getLast());
      assertThat(result.path("votes").intValue()).isBetween(5, 7);
      assertThat(result.path("total_nodes").intValue()).isEqualTo(7);
      assertThat(result.path("quorum").intValue()).isEqualTo(5);
    }
  }
}
