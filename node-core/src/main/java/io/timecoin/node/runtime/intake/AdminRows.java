package io.timecoin.node.runtime.intake;

import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.p2p.PeerManager;
import io.timecoin.node.p2p.PeerView;
import io.timecoin.node.p2p.guard.Ban;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What the operator's commands find, as rows of texts. What is not known is left out of its row.
 *
 * @param counters whole numbers that only rise, by name
 * @param figures what is measured now, by name
 */
public record AdminRows(
    PeerManager peers,
    PeerHeights heights,
    MasternodeSet masternodes,
    Supplier<Map<String, Long>> counters,
    Supplier<Map<String, Number>> figures) {

  List<Map<String, String>> ofPeers() {
    return peers.peers().stream().map(this::row).toList();
  }

  List<Map<String, String>> ofBans() {
    return peers.bans().stream().map(AdminRows::row).toList();
  }

  Map<String, String> ofCounters() {
    return texts(counters.get());
  }

  Map<String, String> ofFigures() {
    return texts(figures.get());
  }

  private static Map<String, String> texts(Map<String, ? extends Number> values) {
    Map<String, String> row = new TreeMap<>();
    values.forEach((name, value) -> row.put(name, String.valueOf(value)));
    return row;
  }

  private Map<String, String> row(PeerView peer) {
    Map<String, String> row = new TreeMap<>();
    row.put("id", String.valueOf(peer.id().value()));
    row.put("public_key", peer.identity().toString());
    row.put("masternode", String.valueOf(peer.member()));
    int member = masternodes.indexOf(peer.identity());
    if (member != MasternodeSet.NO_MEMBER) {
      Masternode masternode = masternodes.members().get(member);
      row.put("name", masternode.name());
    }
    row.put("direction", peer.direction().name().toLowerCase(Locale.ROOT));
    row.put("address", peer.address());
    String listens = peer.listenAddress();
    if (listens != null) {
      row.put("listen_address", listens);
    }
    row.put("version", String.valueOf(peer.version()));
    heights.of(peer.id()).ifPresent(height -> row.put("height", String.valueOf(height)));
    row.put("connected_since", peer.connectedSince().toString());
    Double ping = peer.pingMs();
    if (ping != null) {
      row.put("ping_ms", String.valueOf(ping));
    }
    row.put("bytes_in", String.valueOf(peer.bytesIn()));
    row.put("bytes_out", String.valueOf(peer.bytesOut()));
    row.put("messages_in", String.valueOf(peer.messagesIn()));
    row.put("messages_out", String.valueOf(peer.messagesOut()));
    row.put("score", String.valueOf(peer.score()));
    return row;
  }

  private static Map<String, String> row(Ban ban) {
    return Map.of(
        "culprit", ban.culprit().toString(),
        "reason", ban.reason(),
        "until", ban.until().toString());
  }
}
