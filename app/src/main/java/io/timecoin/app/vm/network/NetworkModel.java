package io.timecoin.app.vm.network;

import io.timecoin.app.state.OperatorState;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.vm.Screen;
import io.timecoin.node.protocol.StatusReport;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Whom the node is connected with, whom it keeps out, and who of the masternodes takes part. */
public final class NetworkModel implements Screen {

  /** How long a ban lasts unless another time is chosen. */
  public static final Duration BAN = Duration.ofHours(24);

  /**
   * A masternode of the set.
   *
   * @param absence why it does not take part, or {@link Absence#NONE}
   * @param lastVoteMillis milliseconds since 1970
   */
  public record Member(
      String name,
      String publicKey,
      boolean online,
      long prepares,
      long commits,
      OptionalLong lastVoteMillis,
      OptionalDouble latencyMillis,
      Absence absence) {}

  /** Why a masternode does not take part, as this node sees it. */
  public enum Absence {
    NONE,
    /** No connection with it. */
    NOT_CONNECTED,
    /** Connected, and votes on nothing although others do. */
    SILENT
  }

  /**
   * Somebody kept out.
   *
   * @param untilMillis milliseconds since 1970, empty if not told
   */
  public record BanLine(String culprit, String name, String reason, OptionalLong untilMillis) {}

  private final OperatorPort port;
  private final ObservableList<Member> members = FXCollections.observableArrayList();
  private final ObservableList<PeerLine> peers = FXCollections.observableArrayList();
  private final ObservableList<BanLine> bans = FXCollections.observableArrayList();
  private final Map<String, PeerLine> byId = new HashMap<>();
  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");
  private @Nullable StatusReport shownReport;
  private OperatorState shown = OperatorState.START;
  private Map<String, String> names = Map.of();

  /** Nothing known. */
  public NetworkModel(OperatorPort port) {
    this.port = port;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same objects: nothing changed
  public void show(SessionState state, long now) {
    StatusReport report = state.network().report();
    if (report != null && report != shownReport) {
      shownReport = report;
      showMembers(report);
    }
    OperatorState operator = state.network().operator();
    if (operator != shown) {
      if (operator.peers() != shown.peers()) {
        showPeers(operator.peers(), now);
      }
      if (operator.bans() != shown.bans()) {
        bans.setAll(operator.bans().stream().map(this::ban).toList());
      }
      refusal.set(operator.refusal());
      shown = operator;
    }
  }

  private void showMembers(StatusReport report) {
    Map<String, String> named = new HashMap<>();
    long most = report.participation().stream().mapToLong(p -> p.prepares()).max().orElse(0);
    List<Member> now = new ArrayList<>();
    for (StatusReport.Participation member : report.participation()) {
      named.put(member.publicKey().toString(), member.name());
      now.add(member(member, most));
    }
    now.sort(Comparator.comparing(Member::name));
    names = named;
    if (!now.equals(members)) {
      members.setAll(now);
    }
  }

  private static Member member(StatusReport.Participation member, long most) {
    Long last = member.lastVoteMs();
    Double latency = member.latencyMs();
    boolean silent = member.prepares() == 0 && most > 0;
    return new Member(
        member.name(),
        member.publicKey().toString(),
        member.online(),
        member.prepares(),
        member.commits(),
        last == null ? OptionalLong.empty() : OptionalLong.of(last),
        latency == null ? OptionalDouble.empty() : OptionalDouble.of(latency),
        !member.online() ? Absence.NOT_CONNECTED : silent ? Absence.SILENT : Absence.NONE);
  }

  private void showPeers(List<Map<String, String>> rows, long now) {
    Map<String, PeerLine> present = new HashMap<>();
    List<PeerLine> added = new ArrayList<>();
    for (Map<String, String> row : rows) {
      String name = names.getOrDefault(row.getOrDefault("public_key", ""), "");
      PeerLine line = byId.get(row.getOrDefault("id", ""));
      if (line == null) {
        line = new PeerLine(row, name, now);
        added.add(line);
      } else {
        line.show(row, name, now);
      }
      present.put(line.id(), line);
    }
    peers.removeIf(line -> !present.containsKey(line.id()));
    peers.addAll(added);
    byId.clear();
    byId.putAll(present);
  }

  private BanLine ban(Map<String, String> row) {
    String culprit = row.getOrDefault("culprit", "");
    return new BanLine(
        culprit,
        names.getOrDefault(culprit, ""),
        row.getOrDefault("reason", ""),
        until(row.getOrDefault("until", "")));
  }

  private static OptionalLong until(String text) {
    try {
      return OptionalLong.of(Instant.parse(text).toEpochMilli());
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }

  /** Asks for peers and bans while the page is shown. */
  public void follow(boolean on) {
    port.follow(on);
  }

  /** Whether peers and bans can be seen and changed here. */
  public boolean operates() {
    return port.allowed();
  }

  /** Keeps that peer out for {@link #BAN}. */
  public void ban(PeerLine peer, String reason) {
    port.ban(peer.publicKey(), BAN, reason);
  }

  /** Lets it in again. */
  public void unban(String culprit) {
    port.unban(culprit);
  }

  /** The masternodes of the network. */
  public ObservableList<Member> members() {
    return members;
  }

  /** The node's connections. */
  public ObservableList<PeerLine> peers() {
    return peers;
  }

  /** Who is kept out. */
  public ObservableList<BanLine> bans() {
    return bans;
  }

  /** Why the node refused the last command, or empty. */
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }
}
