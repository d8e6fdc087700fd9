package io.timecoin.node.metrics;

import java.util.List;
import java.util.Locale;

/**
 * Every metric there is; docs/OPERATE.md lists the same. Labels have few, fixed values: a value
 * that strangers choose would let them fill the memory of whoever collects it.
 */
public enum Metric {
  /** Latency of locking. */
  LOCK(
      Type.HISTOGRAM,
      Unit.SECONDS,
      "lock",
      "payment read from a socket until its coins are locked on disk"),
  /** Latency of voting. */
  VOTE(
      Type.HISTOGRAM,
      Unit.SECONDS,
      "vote",
      "payment read from a socket until this node's vote is on disk and leaves",
      "phase"),
  /** Latency of finality. */
  FINALITY(
      Type.HISTOGRAM,
      Unit.SECONDS,
      "finality",
      "payment read from a socket until its certificate is held and on disk"),
  /** Latency of notifications. */
  NOTIFY(
      Type.HISTOGRAM,
      Unit.SECONDS,
      "notify",
      "state change until its notification is in a wallet's socket"),
  /** Latency of queries. */
  QUERY(
      Type.HISTOGRAM,
      Unit.SECONDS,
      "query",
      "wallet's query read until its answer is in the socket"),
  /** Latency of the disk. */
  FSYNC(Type.HISTOGRAM, Unit.SECONDS, "fsync", "one turn's records encoded, written and synced"),

  /** The verdict. */
  VERDICT(Type.GAUGE, Unit.NONE, "verdict", "1 for the verdict that holds, else 0", "verdict"),
  /** Its reasons. */
  REASON(Type.GAUGE, Unit.NONE, "reason", "1 while that reason holds, else 0", "code"),
  /** As /readyz. */
  READY(Type.GAUGE, Unit.NONE, "ready", "1 while /readyz says 200, else 0"),
  /** Time since the start. */
  UPTIME(Type.GAUGE, Unit.SECONDS, "uptime", "time since the start"),
  /** Blocks. */
  HEIGHT(Type.GAUGE, Unit.NONE, "height", "last decided block held"),

  /** Peers. */
  PEERS(Type.GAUGE, Unit.NONE, "peers", "peers connected, masternodes or not"),
  /** Masternodes there are. */
  MASTERNODES(Type.GAUGE, Unit.NONE, "masternodes", "masternodes of the set"),
  /** Masternodes connected. */
  MASTERNODES_ONLINE(
      Type.GAUGE, Unit.NONE, "masternodes.online", "of them connected, this node included"),
  /** The quorum. */
  MASTERNODES_NEEDED(Type.GAUGE, Unit.NONE, "masternodes.needed", "of them that must agree"),
  /** One masternode's connection. */
  MASTERNODE_UP(
      Type.GAUGE,
      Unit.NONE,
      "masternode.up",
      "1 while it is connected; the first 100 of the set",
      "masternode"),
  /** One masternode's votes. */
  MASTERNODE_VOTES(
      Type.COUNTER,
      Unit.NONE,
      "masternode.votes",
      "its votes received since the start; the first 100 of the set",
      "masternode",
      "phase"),
  /** Proofs. */
  EQUIVOCATIONS(Type.GAUGE, Unit.NONE, "equivocations", "proofs held against masternodes"),
  /** The clock. */
  CLOCK_AHEAD(
      Type.GAUGE, Unit.SECONDS, "clock.ahead", "this clock before the median of its peers' clocks"),

  /** The pools. */
  POOL(
      Type.GAUGE,
      Unit.NONE,
      "pool.transactions",
      "payments not final: voted on, or waiting",
      "state"),
  /** Final transactions. */
  FINAL_TRANSACTIONS(Type.GAUGE, Unit.NONE, "final.transactions", "final transactions held"),
  /** Outputs. */
  UTXOS(Type.GAUGE, Unit.NONE, "utxos", "outputs held"),
  /** The engine's queue. */
  QUEUE_EVENTS(Type.GAUGE, Unit.NONE, "queue.events", "events that wait for the engine"),
  /** Its bound. */
  QUEUE_EVENTS_MAX(
      Type.GAUGE, Unit.NONE, "queue.events.max", "events that may wait (queue-events)"),
  /** What it refused. */
  QUEUE_REFUSED(Type.COUNTER, Unit.NONE, "queue.refused", "wallets' requests refused as busy"),

  /** Wallets. */
  WALLETS(Type.GAUGE, Unit.NONE, "wallets", "wallets connected"),
  /** Subscriptions. */
  SUBSCRIPTIONS(Type.GAUGE, Unit.NONE, "subscriptions", "subscriptions of wallets"),
  /** What happened with wallets. */
  WALLET_EVENTS(
      Type.COUNTER, Unit.NONE, "wallet.events", "messages, bytes, refusals, by name", "event"),
  /** What waits for wallets. */
  WALLET_QUEUE(
      Type.GAUGE,
      Unit.NONE,
      "wallet.queue.messages",
      "messages that wait to be written to wallets"),
  /** Bytes with peers. */
  P2P_TRAFFIC(
      Type.COUNTER, Unit.BYTES, "p2p.traffic", "read from and written to peers", "direction"),
  /** Messages with peers. */
  P2P_MESSAGES(
      Type.COUNTER,
      Unit.NONE,
      "p2p.messages",
      "messages read from and written to peers",
      "direction"),
  /** What waits for peers. */
  P2P_QUEUE(Type.GAUGE, Unit.NONE, "p2p.queue.frames", "messages that wait to be written to peers"),
  /** What happened with peers. */
  P2P_EVENTS(Type.COUNTER, Unit.NONE, "p2p.events", "dials, refusals, ends, by name", "event"),

  /** Stores. */
  STORE(Type.GAUGE, Unit.BYTES, "store", "on disk, by part of the data folder", "store"),
  /** Room on the disk. */
  DISK_FREE(Type.GAUGE, Unit.BYTES, "disk.free", "free on the data folder's disk"),
  /** Memory in use. */
  MEMORY_USED(Type.GAUGE, Unit.BYTES, "memory.used", "heap in use by the whole process"),
  /** Its bound. */
  MEMORY_MAX(Type.GAUGE, Unit.BYTES, "memory.max", "heap that the process may use");

  /** How Prometheus is to understand it. */
  public enum Type {
    /** May rise and fall. */
    GAUGE,
    /** Only rises, from 0 at the start. */
    COUNTER,
    /** Durations in seconds, counted in buckets. */
    HISTOGRAM
  }

  /** What is counted; part of the name. */
  public enum Unit {
    /** A number, or what the name says. */
    NONE,
    /** Seconds. */
    SECONDS,
    /** Bytes. */
    BYTES
  }

  private static final String PREFIX = "timekeeper.";

  private final Type type;
  private final Unit unit;
  private final String meter;
  private final String meaning;
  private final List<String> labels;

  Metric(Type type, Unit unit, String meter, String meaning, String... labels) {
    this.type = type;
    this.unit = unit;
    this.meter = PREFIX + meter;
    this.meaning = meaning;
    this.labels = List.of(labels);
  }

  /** How Prometheus is to understand it. */
  public Type type() {
    return type;
  }

  /** What is counted. */
  public Unit unit() {
    return unit;
  }

  /** One line for the page. */
  public String meaning() {
    return meaning;
  }

  /** Names of its labels. */
  public List<String> labels() {
    return labels;
  }

  /** Micrometer's name of it, without unit and suffix. */
  String meter() {
    return meter;
  }

  /** Prometheus's name of it. */
  public String prometheusName() {
    String name = meter.replace('.', '_');
    if (unit != Unit.NONE) {
      name += "_" + unit.name().toLowerCase(Locale.ROOT);
    }
    return type == Type.COUNTER ? name + "_total" : name;
  }
}
