package io.timecoin.node.runtime.config;

import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.SettleRules;
import io.timecoin.node.gateway.GatewayLimits;
import io.timecoin.node.p2p.PeerLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Everything a node is told before it starts. Made by {@link NodeConfigLoader}, or by hand for a
 * node inside another program.
 *
 * @param name originator in notifications, or null for the masternode's name in the genesis file
 * @param metricsPort on loopback, 0 for any free one; empty: no metrics are served
 * @param store how the past is kept
 * @param queueEvents most events that wait for the engine
 * @param clockOffset how far its clock is ahead of the system's; zero but in tests
 * @param stopWithStdin whether the process ends when its standard input does
 */
public record NodeConfig(
    Network network,
    Files files,
    KeySource key,
    @Nullable String name,
    P2p p2p,
    WebSocket webSocket,
    OptionalInt metricsPort,
    Store store,
    int queueEvents,
    Level logLevel,
    Duration clockOffset,
    boolean stopWithStdin) {
  /** The clock this node goes by. */
  public InstantSource clock() {
    return clockOffset.isZero()
        ? InstantSource.system()
        : InstantSource.offset(InstantSource.system(), clockOffset);
  }

  /**
   * Where things are.
   *
   * @param dataDir the journal's folder; everything else stands in it unless named otherwise
   */
  public record Files(Path dataDir, Path genesis, Path adminToken) {
    /** All in one folder under their usual names. */
    public static Files in(Path dataDir) {
      return new Files(dataDir, dataDir.resolve("genesis.json"), dataDir.resolve("admin.token"));
    }
  }

  /**
   * How the past is kept.
   *
   * @param cacheMb memory the archive may use
   * @param settle when blocks move to the archive
   * @param pruneBlocks for how many blocks what is spent is kept, 0 for ever
   */
  public record Store(int cacheMb, SettleRules settle, int pruneBlocks) {
    /** Bytes of {@link #cacheMb}. */
    public long cacheBytes() {
      return (long) cacheMb << 20;
    }
  }

  /** Where the masternode's key comes from. */
  public sealed interface KeySource {
    /** An encrypted key file. */
    record Encrypted(Path file, Password password) implements KeySource {}

    /** An open key: for devnets. */
    record Open(SigningKey key) implements KeySource {}
  }

  /** Where the key file's password comes from. */
  public sealed interface Password {
    /** The first line of a file. */
    record InFile(Path file) implements Password {}

    /** Given as it is. */
    record Given(String text) implements Password {
      /** Never shows the password. */
      @Override
      public String toString() {
        return "Given(…)";
      }
    }

    /** None was given. */
    record Missing() implements Password {}
  }

  /**
   * The side of the masternodes.
   *
   * @param port 0 for any free one
   * @param advertise {@code host:port} for others to dial, or null
   * @param seeds {@code host:port} each
   */
  public record P2p(
      String bind, int port, @Nullable String advertise, List<String> seeds, PeerLimits limits) {
    /** Copies. */
    public P2p {
      seeds = List.copyOf(seeds);
    }
  }

  /**
   * The side of the wallets.
   *
   * @param port 0 for any free one
   * @param origins of web pages that may connect
   */
  public record WebSocket(String bind, int port, Set<String> origins, GatewayLimits limits) {
    /** Copies. */
    public WebSocket {
      origins = Set.copyOf(origins);
    }
  }
}
