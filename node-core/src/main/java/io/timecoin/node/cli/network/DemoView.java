package io.timecoin.node.cli.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.Amount;
import io.timecoin.node.cli.client.States;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.Style;
import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.cli.pay.Payment;
import io.timecoin.node.cli.pay.Progress;
import io.timecoin.node.cli.pay.Settlement;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.protocol.Seat;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.utxo.UtxoState;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The demonstration as text: a line a change, or nothing but one line of JSON at the end. */
final class DemoView {
  private final Terminal terminal;
  private final boolean json;
  private final SeatLine seatLine;
  private int total;
  private UtxoState state = UtxoState.UNSPENT;
  private List<Seat> seats = List.of();
  private String lastContent = "";

  DemoView(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
    this.seatLine = new SeatLine(terminal);
  }

  void starting(Devnet devnet) {
    total = devnet.nodes().size();
    show("Starting " + total + " masternodes ...");
  }

  void node(Devnet.NodeProgress news) {
    switch (news.stage()) {
      case READY -> show("  node " + (news.index() + 1) + " is connected with all others");
      case FAILED -> terminal.say("node " + (news.index() + 1) + " failed: " + news.detail());
      case STARTING, LISTENING, CONNECTED, STOPPED -> {}
    }
  }

  void paying(Payment payment, Amount amount, Devnet.FundedWallet receiver) {
    show("");
    show("You pay " + amount + " to " + receiver.name() + ", fee " + payment.fee() + ":");
    show("  transaction  " + payment.transaction().txid());
    show("  spends       " + payment.inputs().getFirst());
    show("");
    show("        ms  state                  votes");
  }

  void state(Progress.Step step) {
    state = step.state();
    line(step.ms());
  }

  void votes(Progress.Votes votes) {
    seats = votes.status().seats();
    line(votes.ms());
  }

  /** Nothing, if it would look like the line before. */
  private void line(double ms) {
    String name = "%-21s".formatted(States.name(state) + States.votes(state));
    Style style =
        switch (state) {
          case UtxoState.Unspent _ -> Style.DIM;
          case UtxoState.Locked _, UtxoState.SpentPending _ -> Style.YELLOW;
          case UtxoState.SpentFinalized _, UtxoState.Confirmed _ -> Style.GREEN;
        };
    String content = style.on(terminal, name) + "  " + seatLine.of(seats, total);
    if (!content.equals(lastContent)) {
      lastContent = content;
      show(String.format(Locale.ROOT, "%10.1f  ", ms) + content);
    }
  }

  void isFinal(
      Payment payment,
      Progress progress,
      Settlement.Final end,
      StatusReport status,
      OptionalLong block) {
    if (json) {
      ObjectNode result = result(payment, progress, end, status);
      block.ifPresent(height -> result.put("block_height", height));
      terminal.printLine(JsonLine.write(result));
      return;
    }
    show("");
    show(
        "%s in %.1f ms: %d of %d masternodes committed, %d are needed."
            .formatted(
                Style.GREEN.on(terminal, "Final"),
                progress.milliseconds(),
                end.votes(),
                status.masternodes(),
                status.quorum()));
    show("The certificate was checked against the genesis file: nobody can undo this payment.");
    block.ifPresent(height -> show("Block " + height + " includes it."));
  }

  private static ObjectNode result(
      Payment payment, Progress progress, Settlement.Final end, StatusReport status) {
    ObjectNode result = JsonLine.object();
    result.put("txid", payment.transaction().txid().toString());
    ArrayNode states = result.putArray("states");
    for (Progress.Step step : progress.steps()) {
      ObjectNode entry = states.addObject().put("state", States.name(step.state()));
      entry.put("ms", step.ms());
      switch (step.state()) {
        case UtxoState.SpentPending s ->
            entry.put("votes", s.votes()).put("total_nodes", s.totalNodes());
        case UtxoState.SpentFinalized s -> entry.put("votes", s.votes());
        case UtxoState.Confirmed s -> entry.put("block_height", s.blockHeight());
        case UtxoState.Unspent _, UtxoState.Locked _ -> {}
      }
    }
    return result
        .put("votes", end.votes())
        .put("total_nodes", status.masternodes())
        .put("quorum", status.quorum())
        .put("finality_ms", progress.milliseconds())
        .put("proven", true);
  }

  private void show(String line) {
    if (!json) {
      terminal.printLine(line);
    }
  }
}
