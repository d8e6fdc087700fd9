package io.timecoin.app.vm;

import io.timecoin.app.state.Messages;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.wallet.Contact;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.Reason;
import io.timecoin.node.protocol.StatusReport;
import java.util.List;
import java.util.Set;

/** A session told by a test what happened. */
public final class Told {

  /** Bob is known by name. */
  public static final Names NAMES = new Names(List.of(new Contact("Bob", Messages.BOB)));

  private SessionState state = SessionState.start(Set.of(Messages.ME));

  /** What all of it came to. */
  public SessionState state() {
    return state;
  }

  /** Something happened. */
  public Told event(SessionEvent event, long now) {
    state = state.after(event, now);
    return this;
  }

  /** The node said something. */
  public Told heard(NetworkMessage message, long now) {
    return event(new SessionEvent.Received(message), now);
  }

  /** A report of a healthy node among seven, with a least fee of 1 000 units. */
  public static NetworkMessage.NodeStatus report(long finalized, double p50) {
    return new NetworkMessage.NodeStatus(
        new StatusReport(
            Network.DEVNET,
            Hash256.of(new byte[32]),
            Amount.ofUnits(1_000),
            3,
            "test",
            new PublicKey(9, 0, 0, 0),
            1_000,
            6,
            7,
            7,
            5,
            0,
            0,
            finalized,
            30,
            1,
            0,
            StatusReport.Verdict.DEGRADED,
            List.of(
                new Reason(
                    Reason.Code.EQUIVOCATION, "1 proof of a contradiction", "Tell the network.")),
            new StatusReport.Latency(1, p50, 2 * p50, 3 * p50),
            List.of(
                new StatusReport.Participation(
                    new PublicKey(9, 0, 0, 0), "node-1", true, 1, 1, 1L, 2.0),
                new StatusReport.Participation(
                    new PublicKey(8, 0, 0, 0), "node-2", false, 0, 0, null, null)),
            new StatusReport.Chain(
                Hash256.of(new byte[32]), Hash256.of(new byte[32]), 1_000, null, 0, 3),
            List.of()),
        null);
  }
}
