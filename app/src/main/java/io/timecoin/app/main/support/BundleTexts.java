package io.timecoin.app.main.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.timecoin.app.state.NetworkState;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.state.WalletState;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.vm.logs.LogRow;
import io.timecoin.app.vm.support.Bundle.Part;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.runtime.NodeVersion;
import java.io.File;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Writes the parts of a bundle, secrets still in them. */
final class BundleTexts {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final long MEGABYTE = 1 << 20;

  private BundleTexts() {}

  /** All of them; reads the disk. */
  static List<Part> of(Facts facts, List<LogRow> log, Instant now) {
    return List.of(
        new Part("about.txt", about(facts, now)),
        new Part("node.json", node(facts.state().network())),
        new Part("peers.txt", peers(facts.state().network())),
        new Part("wallet.txt", wallet(facts.state().wallet())),
        new Part("settings.txt", facts.preferences().toString() + "\n"),
        new Part("log.txt", LogBook.text(log)));
  }

  private static String about(Facts facts, Instant now) {
    Runtime runtime = Runtime.getRuntime();
    File disk = facts.dataFolder().toFile();
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add("Timekeeper " + NodeVersion.CURRENT);
    lines.add("gathered " + now + ", zone " + ZoneId.systemDefault());
    lines.add("Java " + System.getProperty("java.vm.name") + " " + Runtime.version());
    lines.add(
        "system %s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    lines.add(
        "processors %d, heap %d of %d MiB"
            .formatted(
                runtime.availableProcessors(),
                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
                runtime.maxMemory() / MEGABYTE));
    lines.add("data folder " + facts.dataFolder().toAbsolutePath());
    lines.add("disk free " + disk.getUsableSpace() / MEGABYTE + " MiB");
    lines.add("language " + Locale.getDefault(Locale.Category.DISPLAY));
    return lines.toString();
  }

  private static String node(NetworkState network) {
    StatusReport report = network.report();
    if (report == null) {
      return "No report: " + network.link() + " " + network.reason() + "\n";
    }
    try {
      String json = new MessageCodec().encodeText(new NetworkMessage.NodeStatus(report, null));
      return MAPPER.readTree(json).toPrettyString() + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the codec wrote what is no JSON", e);
    }
  }

  private static String peers(NetworkState network) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add("connection " + network.link() + " " + network.reason());
    lines.add("resyncs " + network.resyncs());
    lines.add("peers " + network.operator().peers().size());
    rows(network.operator().peers(), lines);
    lines.add("bans " + network.operator().bans().size());
    rows(network.operator().bans(), lines);
    return lines.toString();
  }

  private static void rows(List<Map<String, String>> rows, StringJoiner lines) {
    rows.forEach(row -> lines.add("  " + row));
  }

  /** How many, never which and never how much. */
  private static String wallet(WalletState wallet) {
    Map<StateKind, Integer> coins = new TreeMap<>();
    for (Utxo utxo : wallet.utxos().values()) {
      coins.merge(StateKind.of(utxo.stage()), 1, Integer::sum);
    }
    Map<String, Integer> payments = new TreeMap<>();
    wallet
        .transactions()
        .values()
        .forEach(payment -> payments.merge(payment.standing().name(), 1, Integer::sum));
    return "coins %s%npayments %s%naddresses watched %d%n"
        .formatted(coins, payments, wallet.own().size());
  }
}
