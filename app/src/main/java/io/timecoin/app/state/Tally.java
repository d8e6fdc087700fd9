package io.timecoin.app.state;

import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.Seat;
import io.timecoin.node.protocol.WaitingReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The votes on a payment as the connected node counts them.
 *
 * @param quorum commits needed
 * @param total masternodes in the set, 0 before the first report
 * @param seats every masternode in order of public key
 */
public record Tally(
    int approvals,
    int rejections,
    int commits,
    int quorum,
    int total,
    List<Seat> seats,
    @Nullable WaitingReason waiting) {

  /** Nothing reported. */
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, List.of(), null);

  static Tally of(NetworkMessage.TransactionStatus status) {
    return new Tally(
        status.approvals(),
        status.rejections(),
        status.commits(),
        status.quorum(),
        status.total(),
        status.seats(),
        status.waiting());
  }
}
