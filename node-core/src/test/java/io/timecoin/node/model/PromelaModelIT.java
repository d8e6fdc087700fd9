package io.timecoin.node.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The short form of {@code docs/model/run.sh}. Skipped, and loudly, where spin is not installed.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script needs a shell")
class PromelaModelIT {
  @Test
  void theRulesHoldAndTheMutantsFail() throws Exception {
    Path script = Path.of("..", "docs", "model", "run.sh");
    Process run =
        new ProcessBuilder(script.toString(), "--short").redirectErrorStream(true).start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(said);
    assertThat(run.waitFor()).as(said).isZero();
    assumeTrue(!said.contains("SKIPPED"), said);
    assertThat(said).contains("all as expected");
  }
}
