package io.timecoin.app.vm;

import io.timecoin.app.state.StageTimes;
import io.timecoin.app.state.Tally;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.block.BlockCertificate;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.protocol.Seat;
import io.timecoin.node.protocol.StatusReport;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns tallies into seats with names. Pure. */
public final class VoteViews {

  private static final double MICROS_PER_MILLI = 1_000;
  private static final int KEY_CHARS = 8;

  private VoteViews() {}

  static VoteView of(WalletTransaction transaction, @Nullable StatusReport report) {
    Tally tally = transaction.tally();
    Map<PublicKey, StatusReport.Participation> members = Names.masternodes(report);
    boolean isFinal = transaction.standing().isFinal();
    return new VoteView(
        tally.seats().isEmpty() ? empty(members) : seats(tally.seats(), members),
        tally.approvals(),
        tally.commits(),
        tally.quorum() == 0 && report != null ? report.quorum() : tally.quorum(),
        tally.total() == 0 && report != null ? report.masternodes() : tally.total(),
        isFinal,
        isFinal && transaction.finalAt() != StageTimes.NEVER
            ? OptionalDouble.of(
                (transaction.finalAt() - transaction.startedAt()) / MICROS_PER_MILLI)
            : OptionalDouble.empty());
  }

  /** What people call the masternode of that key. */
  public static String nameOf(@Nullable StatusReport report, PublicKey key) {
    return name(Names.masternodes(report), key);
  }

  /** Who precommitted a block. */
  public static VoteView ofBlock(BlockCertificate certificate, @Nullable StatusReport report) {
    Map<PublicKey, StatusReport.Participation> members = Names.masternodes(report);
    Set<PublicKey> voters =
        certificate.precommits().stream().map(SignedBlockVote::voter).collect(Collectors.toSet());
    Set<PublicKey> all = new LinkedHashSet<>(members.keySet());
    all.addAll(voters);
    List<SeatView> seats =
        all.stream()
            .map(
                key ->
                    new SeatView(
                        name(members, key),
                        voters.contains(key) ? SeatView.Kind.COMMITTED : SeatView.Kind.EMPTY,
                        OptionalDouble.empty(),
                        OptionalDouble.empty()))
            .sorted(Comparator.comparing(SeatView::name))
            .toList();
    int quorum = report == null ? voters.size() : report.quorum();
    return new VoteView(
        seats, voters.size(), voters.size(), quorum, all.size(), true, OptionalDouble.empty());
  }

  static String name(Map<PublicKey, StatusReport.Participation> members, PublicKey key) {
    StatusReport.Participation member = members.get(key);
    return member == null ? key.toString().substring(0, KEY_CHARS) : member.name();
  }

  private static List<SeatView> seats(
      List<Seat> seats, Map<PublicKey, StatusReport.Participation> members) {
    return seats.stream()
        .map(seat -> seat(seat, members))
        .sorted(Comparator.comparing(SeatView::name))
        .toList();
  }

  private static List<SeatView> empty(Map<PublicKey, StatusReport.Participation> members) {
    return members.values().stream()
        .map(
            member ->
                new SeatView(
                    member.name(),
                    member.online() ? SeatView.Kind.EMPTY : SeatView.Kind.OFFLINE,
                    OptionalDouble.empty(),
                    OptionalDouble.empty()))
        .sorted(Comparator.comparing(SeatView::name))
        .toList();
  }

  private static SeatView seat(Seat seat, Map<PublicKey, StatusReport.Participation> members) {
    return new SeatView(
        name(members, seat.publicKey()),
        kind(seat, members.get(seat.publicKey())),
        optional(seat.prepareMs()),
        optional(seat.commitMs()));
  }

  private static SeatView.Kind kind(Seat seat, StatusReport.@Nullable Participation member) {
    if (seat.rejected()) {
      return SeatView.Kind.REJECTED;
    }
    if (seat.commitMs() != null) {
      return SeatView.Kind.COMMITTED;
    }
    if (seat.prepareMs() != null) {
      return SeatView.Kind.PREPARED;
    }
    return member != null && !member.online() ? SeatView.Kind.OFFLINE : SeatView.Kind.EMPTY;
  }

  private static OptionalDouble optional(@Nullable Long millis) {
    return millis == null ? OptionalDouble.empty() : OptionalDouble.of(millis);
  }
}
