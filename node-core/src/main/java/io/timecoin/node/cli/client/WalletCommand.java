package io.timecoin.node.cli.client;

import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StatusReport;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine.Option;

/** A command that asks one node. */
public abstract class WalletCommand extends CliCommand {
  @Option(
      names = "--node",
      paramLabel = "URL",
      defaultValue = "ws://127.0.0.1:24002",
      description = "The node's WebSocket (default: ${DEFAULT-VALUE}).")
  private URI url;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "How long to wait for the node (default: ${DEFAULT-VALUE}).")
  private Duration timeout;

  /** Does the work on an open connection. */
  protected abstract int run(NodeConnection node)
      throws CommandFailedException, ConnectionLostException, InterruptedException;

  @Override
  protected int run() throws CommandFailedException, InterruptedException {
    try (NodeConnection node = connect()) {
      return run(node);
    } catch (ConnectionLostException e) {
      throw new CommandFailedException("lost the node at " + url + ": " + e.getMessage());
    }
  }

  /** The node. */
  protected final URI url() {
    return url;
  }

  /** How long any one thing may take. */
  protected final Duration timeout() {
    return timeout;
  }

  final NodeConnection connect() throws CommandFailedException, InterruptedException {
    String scheme = String.valueOf(url.getScheme());
    if (!(scheme.equals("ws") || scheme.equals("wss")) || url.getHost() == null) {
      throw wrongUsage("--node must be a WebSocket address such as ws://127.0.0.1:24002");
    }
    try {
      return NodeConnection.open(url, timeout);
    } catch (ConnectionLostException e) {
      throw new CommandFailedException(
          "no node at "
              + url
              + ": "
              + e.getMessage()
              + ". Is it running? --node names another; `timekeeper devnet` starts some.");
    }
  }

  /** Asks for the node's status. */
  protected final StatusReport status(NodeConnection node)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    return node.ask(NetworkMessage.GetStatus::new, NetworkMessage.NodeStatus.class, timeout)
        .report();
  }
}
