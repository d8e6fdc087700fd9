package io.timecoin.node.cli.client;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.protocol.NetworkMessage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the node is. */
@Command(
    name = "status",
    header = "Show how a node is.",
    description =
        "Show how a node is: network, height, peers, pending payments and what they "
            + "wait for, finality latency, and who takes part in voting. With --tx: where "
            + "one payment stands, and why it is waiting.")
public final class StatusCommand extends WalletCommand {
  @Option(names = "--tx", paramLabel = "TXID", description = "Show this payment instead.")
  private @Nullable Txid txid;

  @Mixin private JsonOption json;

  @Override
  protected int run(NodeConnection node)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    if (txid != null) {
      new TransactionView(terminal(), json.wanted()).print(Whereabouts.of(node, txid, timeout()));
      return DONE;
    }
    Received answer = node.askRaw(NetworkMessage.GetStatus::new, timeout());
    switch (answer.message()) {
      case NetworkMessage.NodeStatus status when json.wanted() ->
          terminal().printLine(JsonLine.write(WireJson.of(answer.text())));
      case NetworkMessage.NodeStatus status -> new StatusView(terminal()).print(status.report());
      case NetworkMessage.Error refusal -> throw Advice.failure(refusal);
      default -> throw new CommandFailedException("the node answered something else");
    }
    return DONE;
  }
}
