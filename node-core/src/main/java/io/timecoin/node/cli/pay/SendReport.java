package io.timecoin.node.cli.pay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.cli.client.States;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.Style;
import io.timecoin.node.cli.console.Table;
import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.protocol.StatusReport;
import java.util.OptionalLong;

/** What `send` says on the way and at the end. */
record SendReport(
    Terminal terminal,
    boolean json,
    StatusReport status,
    Payment payment,
    Address to,
    Amount amount) {

  void signed() {
    say("signed " + payment.transaction().txid());
  }

  Progress progress(long sentNanos) {
    return new Progress(payment.inputs().getFirst(), sentNanos, this::state, _ -> {});
  }

  private void state(Progress.Step step) {
    String votes = States.votes(step.state());
    say("%10.1f ms  %s%s".formatted(step.ms(), States.name(step.state()), votes));
  }

  private void say(String line) {
    if (!json) {
      terminal.say(line);
    }
  }

  void accepted() {
    if (json) {
      terminal.printLine(JsonLine.write(result("accepted")));
    } else {
      table().row("accepted", "not final yet").printTo(terminal);
    }
  }

  void isFinal(Progress progress, Settlement.Final end, boolean proven, OptionalLong block) {
    if (json) {
      ObjectNode result =
          result(block.isPresent() ? "confirmed" : "final")
              .put("finality_ms", progress.milliseconds())
              .put("votes", end.votes())
              .put("total_nodes", status.masternodes())
              .put("quorum", status.quorum())
              .put("proven", proven);
      block.ifPresent(height -> result.put("block_height", height));
      terminal.printLine(JsonLine.write(result));
      return;
    }
    String word = Style.GREEN.on(terminal, "final");
    table()
        .row(
            "votes",
            "%d of %d, %d needed".formatted(end.votes(), status.masternodes(), status.quorum()))
        .printTo(terminal);
    terminal.printLine(
        "%s in %.1f ms, %s"
            .formatted(
                word,
                progress.milliseconds(),
                proven
                    ? "proven by its certificate"
                    : "as the node reports (--genesis FILE would prove it)"));
    block.ifPresent(height -> terminal.printLine("confirmed in block " + height));
  }

  private Table table() {
    return new Table()
        .row("txid", payment.transaction().txid().toString())
        .row("paid", amount + " to " + to)
        .row("fee", payment.fee().toString())
        .row("change", payment.change().toString());
  }

  private ObjectNode result(String state) {
    ObjectNode result = JsonLine.object();
    result.put("txid", payment.transaction().txid().toString()).put("status", state);
    result.put("to", to.toString()).put("amount", amount.units());
    result.put("fee", payment.fee().units()).put("change", payment.change().units());
    ArrayNode inputs = result.putArray("inputs");
    payment.inputs().forEach(input -> inputs.add(input.toString()));
    return result;
  }
}
