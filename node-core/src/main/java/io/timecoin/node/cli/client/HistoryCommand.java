package io.timecoin.node.cli.client;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.cli.console.Table;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.TransactionRecord;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What pays to an address or takes from it. */
@Command(
    name = "history",
    header = "Show the payments of an address.",
    description =
        "Show final transactions that pay to an address or take from it, newest first, with the"
            + " block each is in. With --json: each page as the node sends it, a line each.")
public final class HistoryCommand extends WalletCommand {
  private static final int PAGE = 100;

  @Parameters(paramLabel = "ADDRESS", description = "Any address of the network.")
  private Address address;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many of the newest (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private JsonOption json;

  @Override
  protected int run(NodeConnection node)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    if (limit < 1) {
      throw wrongUsage("--limit must be at least 1");
    }
    Table table = new Table().row("final", "state", "block", "to it", "in all", "txid");
    Txid before = null;
    int shown = 0;
    boolean more = true;
    while (more && shown < limit) {
      Received answer = page(node, before, Math.min(PAGE, limit - shown));
      if (!(answer.message() instanceof NetworkMessage.AddressHistory history)) {
        throw new CommandFailedException("the node answered something else");
      }
      if (json.wanted()) {
        terminal().printLine(JsonLine.write(WireJson.of(answer.text())));
      }
      for (TransactionRecord record : history.transactions()) {
        row(table, record);
        before = record.transaction().txid();
        shown++;
      }
      more = history.more() && !history.transactions().isEmpty();
    }
    if (!json.wanted()) {
      table.printTo(terminal());
      terminal().say(shown + (more ? " payments, older ones with a larger --limit" : " payments"));
    }
    return DONE;
  }

  private Received page(NodeConnection node, @Nullable Txid before, int max)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Received answer =
        node.askRaw(
            id -> new NetworkMessage.GetAddressHistory(address, before, max, id), timeout());
    if (answer.message() instanceof NetworkMessage.Error refusal) {
      throw Advice.failure(refusal);
    }
    return answer;
  }

  /** What the address gets by it; what it gives is known to who knows the inputs. */
  private void row(Table table, TransactionRecord record) {
    long in =
        record.transaction().outputs().stream()
            .filter(output -> output.address().equals(address))
            .mapToLong(output -> output.amount().units())
            .sum();
    Long finalAt = record.finalizedAtMs();
    Long height = record.blockHeight();
    table.row(
        finalAt == null ? "" : Instant.ofEpochMilli(finalAt).toString(),
        record.phase().name().toLowerCase(Locale.ROOT),
        height == null ? "" : height.toString(),
        Amount.ofUnits(in).toString(),
        record.transaction().outputSum().toString(),
        record.transaction().txid().toString());
  }
}
