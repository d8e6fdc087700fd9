package io.timecoin.node.cli.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.cli.console.Table;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.OutPointState;
import io.timecoin.node.utxo.UtxoState;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** States of outpoints. */
@Command(
    name = "query",
    header = "Show the states of outpoints.",
    description =
        "Show the states of outpoints: Unspent, Locked, SpentPending, SpentFinalized or "
            + "Confirmed, or that the node knows no such output.")
public final class QueryCommand extends WalletCommand {
  @Parameters(paramLabel = "OUTPOINT", arity = "1..*", description = "Written txid:vout.")
  private List<OutPoint> outPoints;

  @Mixin private JsonOption json;

  @Override
  protected int run(NodeConnection node)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    ObjectNode result = JsonLine.object();
    ArrayNode states = result.putArray("states");
    Table table = new Table();
    for (int from = 0; from < outPoints.size(); from += FrameLimits.QUERY_OUTPOINTS_MAX) {
      int to = Math.min(outPoints.size(), from + FrameLimits.QUERY_OUTPOINTS_MAX);
      List<OutPoint> part = outPoints.subList(from, to);
      Received answer = node.askRaw(id -> new NetworkMessage.UtxoStateQuery(part, id), timeout());
      switch (answer.message()) {
        case NetworkMessage.UtxoStateResponse response -> {
          WireJson.of(answer.text()).withArray("states").forEach(states::add);
          response.states().forEach(state -> addRow(table, state));
        }
        case NetworkMessage.Error refusal -> throw Advice.failure(refusal);
        default -> throw new CommandFailedException("the node answered something else");
      }
    }
    if (json.wanted()) {
      terminal().printLine(JsonLine.write(result));
    } else {
      table.printTo(terminal());
    }
    return DONE;
  }

  private static void addRow(Table table, OutPointState entry) {
    UtxoState state = entry.state();
    table.row(
        entry.outpoint().toString(),
        state == null ? entry.pruned() ? "pruned" : "unknown" : States.name(state),
        state == null ? "" : States.details(state));
  }
}
