package io.timecoin.node.cli.cluster;

import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.devnet.Wiring;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What every loop against a network of its own can be told. */
public final class ClusterOptions {
  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "7",
      description = "How many masternodes (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Of what is left to chance (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "How long a payment may take (default: ${DEFAULT-VALUE}).")
  private Duration patience;

  @Option(
      names = "--block-interval",
      paramLabel = "TIME",
      defaultValue = "1s",
      description = "Time between blocks (default: ${DEFAULT-VALUE}).")
  private Duration blockInterval;

  @Option(
      names = "--lock-lease",
      paramLabel = "TIME",
      defaultValue = "1s",
      description = "How long a contest lasts before its release begins (${DEFAULT-VALUE}).")
  private Duration lockLease;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A key of `node --help` for every node; may be given more than once.")
  private Map<String, String> everyNode = new LinkedHashMap<>(Map.of("settle-blocks", "5"));

  /** How long a contest may take by the rules: two leases and two blocks. */
  public Duration resolution() {
    return lockLease.plus(blockInterval).multipliedBy(2);
  }

  /** Of what is left to chance. */
  public long seed() {
    return seed;
  }

  /** How many masternodes. */
  public int nodes() {
    return nodes;
  }

  /** How long a payment may take. */
  public Duration patience() {
    return patience;
  }

  /** What to build: free ports, three wallets. */
  public Devnet.Settings settings(Path folder, boolean processes) {
    return new Devnet.Settings(
        nodes, 0, folder, 3, processes, blockInterval, lockLease, everyNode, Wiring.DIRECT);
  }
}
