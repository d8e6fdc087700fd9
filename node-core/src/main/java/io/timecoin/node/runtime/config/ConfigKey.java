package io.timecoin.node.runtime.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting of a node. {@code p2p-port} is {@code p2p-port = 24000} in the file, {@code
 * --p2p-port 24000} as a flag and {@code TIMEKEEPER_P2P_PORT=24000} in the environment.
 */
public enum ConfigKey {
  /** Which network. */
  NETWORK("mainnet", "mainnet, testnet or devnet"),
  /** Where journal, keys and tokens are. */
  DATA_DIR("", "folder of this node (default: one a network, where the system keeps such data)"),
  /** The genesis file. */
  GENESIS("", "genesis file of the network (default: genesis.json in data-dir)"),
  /** What others call this node. */
  NAME("", "name in notifications (default: the masternode's name in the genesis file)"),
  /** The encrypted key. */
  KEY_FILE("", "encrypted masternode key (default: node.key in data-dir)"),
  /** Where its password stands. */
  KEY_PASSWORD_FILE("", "file whose first line is the password of key-file"),
  /** The password itself. */
  KEY_PASSWORD("", "password of key-file; better in the environment or a file", true),
  /** An open key, devnets only. */
  KEY_HEX("", "secret key as 64 hex characters, on a devnet only", true),
  /** Interface for masternodes. */
  P2P_BIND("0.0.0.0", "interface on which masternodes connect"),
  /** Port for masternodes. */
  P2P_PORT("", "TCP port for masternodes, 0 for any free one (default: the network's)"),
  /** What this node tells others to dial. */
  P2P_ADVERTISE("", "host:port under which others reach this node (default: none)"),
  /** Whom it dials. */
  P2P_SEEDS("", "host:port of masternodes to connect to, separated by commas"),
  /** Bound of inbound peers. */
  P2P_INBOUND_MAX("125", "peers that may connect to this node"),
  /** Bound of connections from one address. */
  P2P_INBOUND_PER_IP("8", "peers that may connect from one address"),
  /** Kind of thread that serves peers. */
  THREADS("platform", "platform (faster at low load) or virtual (more peers)"),
  /** Interface for wallets. */
  WS_BIND("127.0.0.1", "interface on which wallets connect"),
  /** Port for wallets. */
  WS_PORT("", "WebSocket port for wallets, 0 for any free one (default: the network's)"),
  /** Pages that may connect. */
  WS_ORIGINS("", "Origins of web pages that may connect, separated by commas (default: none)"),
  /** Bound of wallets. */
  WS_CONNECTIONS_MAX("5000", "wallets that may be connected"),
  /** Rate of payments. */
  WS_TRANSACTIONS_PER_SECOND("1000", "payments a wallet connection may send in a second"),
  /** Rate of state queries. */
  WS_QUERIES_PER_SECOND("100", "state queries a wallet connection may send in a second"),
  /** Rate of subscriptions. */
  WS_SUBSCRIPTIONS_PER_MINUTE("10", "subscriptions a wallet connection may make in a minute"),
  /** Bound of what is watched. */
  WS_WATCHED_MAX("10000", "outpoints and addresses a wallet connection may watch"),
  /** Port for those who watch over it. */
  METRICS_PORT(
      "",
      "port on loopback for /metrics, /healthz and /readyz, 0 for any free one, or off (default:"
          + " p2p-port + 3)"),
  /** Who may administer. */
  ADMIN_TOKEN_FILE("", "token for Admin messages (default: admin.token in data-dir)"),
  /** Bound of the loop's queue. */
  QUEUE_EVENTS("8192", "events that may wait for the engine; past it wallets are told busy"),
  /** Memory of the archive. */
  STORE_CACHE_MB("32", "memory the archive of settled blocks may use, in MB"),
  /** How often memory and journal move to the archive. */
  SETTLE_BLOCKS("60", "decided blocks after which journal and memory move to the archive"),
  /** How often a checkpoint is made. */
  CHECKPOINT_BLOCKS("720", "a checkpoint of all unspent outputs is made every so many blocks"),
  /** How much of the past is kept. */
  PRUNE_BLOCKS(
      "0", "keep what is spent only for so many blocks, 0 for ever; see store prune --help"),
  /** How much it says. */
  LOG_LEVEL("info", "error, warn, info, debug or trace"),
  /** Tells the node another time than the system's. */
  CLOCK_OFFSET(
      "0", "milliseconds this node's clock is ahead (behind: negative); for tests on a devnet"),
  /** Whether it ends with whoever holds the other end of its input. */
  STOP_WITH_STDIN("false", "true: stop when standard input ends, as a parent process may wish");

  private final String standard;
  private final String description;
  private final boolean secret;

  ConfigKey(String standard, String description) {
    this(standard, description, false);
  }

  ConfigKey(String standard, String description, boolean secret) {
    this.standard = standard;
    this.description = description;
    this.secret = secret;
  }

  /** Name in the file, and with two dashes as a flag. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Name in the environment. */
  public String variable() {
    return "TIMEKEEPER_" + name();
  }

  /** What counts if nobody says otherwise; empty where it depends on other settings. */
  public String standard() {
    return standard;
  }

  /** One line for help texts. */
  public String description() {
    return description;
  }

  /** Whether its value must never be shown. */
  public boolean secret() {
    return secret;
  }

  static Optional<ConfigKey> find(String key) {
    return Arrays.stream(values()).filter(known -> known.key().equals(key)).findFirst();
  }

  static Optional<ConfigKey> findVariable(String variable) {
    return Arrays.stream(values()).filter(known -> known.variable().equals(variable)).findFirst();
  }
}
