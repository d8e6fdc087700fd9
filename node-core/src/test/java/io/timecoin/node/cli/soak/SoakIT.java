package io.timecoin.node.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.cli.CliProcess;
import org.junit.jupiter.api.Test;

/** The loops in a short form; a long one is run by hand. */
class SoakIT {
  @Test
  void conflictingPaymentsAreNeverBothFinal() throws Exception {
    try (CliProcess soak =
        CliProcess.start("soak", "double-spend", "--rounds", "40", "--nodes", "4")) {
      assertThat(soak.line()).contains("40 conflicting pairs").contains("0 breaches");
      assertThat(soak.exit()).isZero();
    }
  }

  @Test
  void killedNodeKeepsItsWord() throws Exception {
    try (CliProcess soak = CliProcess.start("soak", "kill", "--rounds", "2", "--nodes", "4")) {
      assertThat(soak.line()).contains("2 kills").contains("0 breaches");
      assertThat(soak.exit()).isZero();
    }
  }

  @Test
  void paymentsWaitForTheQuorumAndNoLonger() throws Exception {
    try (CliProcess soak = CliProcess.start("soak", "quorum", "--rounds", "1", "--nodes", "4")) {
      assertThat(soak.line()).contains("1 rounds: 0 breaches");
      assertThat(soak.exit()).isZero();
    }
  }

  @Test
  void networkThatWasCutInTwoBecomesWhole() throws Exception {
    try (CliProcess soak = CliProcess.start("soak", "partition", "--for", "3s", "--nodes", "4")) {
      assertThat(soak.line()).contains("back:").contains("0 breaches");
      assertThat(soak.exit()).isZero();
    }
  }

  @Test
  void nothingAcknowledgedIsLostWhenNodesDieUnderLoad() throws Exception {
    try (CliProcess soak = CliProcess.start("soak", "crash", "--for", "5s", "--nodes", "4")) {
      assertThat(soak.line()).contains("kills").contains("0 breaches");
      assertThat(soak.exit()).isZero();
    }
  }
}
