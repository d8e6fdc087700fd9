package io.timecoin.node.cli.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.cli.console.PasswordOptions;
import io.timecoin.node.cli.console.Table;
import io.timecoin.node.devnet.NetworkPlan;
import io.timecoin.node.masternode.Genesis;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A private network from nothing: its genesis file, and key and configuration of every node. */
@Command(
    name = "create",
    header = "Make a private network: genesis file, keys, configurations.",
    description =
        "Make a private network: genesis.json, and for each masternode a folder with "
            + "its key and its configuration, ready for `timekeeper node --config FILE`. "
            + "Nothing is ever overwritten.")
public final class GenesisCreateCommand extends CliCommand {
  @Option(
      names = "--masternodes",
      paramLabel = "N",
      required = true,
      description = "How many masternodes, 1 to " + NetworkPlan.MASTERNODES_MAX + ".")
  private int masternodes;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Folder to create it in (default: this one).")
  private Path out;

  @Option(
      names = "--network",
      paramLabel = "NETWORK",
      defaultValue = "devnet",
      description = "Kind of network: devnet (default), testnet or mainnet.")
  private Network network;

  @Option(
      names = "--chain-id",
      paramLabel = "NAME",
      defaultValue = "timekeeper-private",
      description = "Name of the network (default: ${DEFAULT-VALUE}).")
  private String chainId;

  @Option(
      names = "--fund",
      paramLabel = "ADDRESS=TIME",
      description = "Money that exists from the start, e.g. TIME0...=1000; may be repeated.")
  private Map<Address, Amount> funds = new LinkedHashMap<>();

  @Option(
      names = "--block-interval",
      paramLabel = "TIME",
      description = "Time between blocks (default: 10s on a devnet, else 60s).")
  private @Nullable Duration blockInterval;

  @Option(
      names = "--lock-lease",
      paramLabel = "TIME",
      description = "How long contested locks hold (default: 5s on a devnet, else 60s).")
  private @Nullable Duration lockLease;

  @Option(
      names = "--block-reward",
      paramLabel = "TIME",
      defaultValue = "1",
      description = "New money a block (default: ${DEFAULT-VALUE}).")
  private Amount blockReward;

  @Option(
      names = "--min-fee",
      paramLabel = "TIME",
      defaultValue = "0.00001",
      description = "Least fee of a payment (default: ${DEFAULT-VALUE}).")
  private Amount minFee;

  @Option(
      names = "--supply-cap",
      paramLabel = "TIME",
      defaultValue = "90000000",
      description = "Most money there can be (default: ${DEFAULT-VALUE}).")
  private Amount supplyCap;

  @Option(
      names = "--base-port",
      paramLabel = "PORT",
      description = "P2P port of the first node, the others 10 apart (default: the network's).")
  private @Nullable Integer basePort;

  @Option(
      names = "--open-keys",
      description = "Write the nodes' keys unencrypted into their configuration: devnets only.")
  private boolean openKeys;

  @Mixin private PasswordOptions password;
  @Mixin private JsonOption json;

  @Override
  protected int run() throws CommandFailedException {
    if (openKeys && network != Network.DEVNET) {
      throw wrongUsage("--open-keys is for a devnet only");
    }
    NetworkPlan plan = plan();
    char[] secret = openKeys ? new char[0] : password.chosen(terminal());
    try {
      plan.write(out, secret);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailedException(
          e.getFile() + " exists; choose another folder with --out", e);
    } catch (IOException e) {
      throw new CommandFailedException("cannot write to " + out + ": " + e, e);
    } finally {
      Arrays.fill(secret, ' ');
    }
    print(plan);
    return DONE;
  }

  private NetworkPlan plan() {
    boolean devnet = network == Network.DEVNET;
    try {
      NetworkPlan.Terms terms =
          new NetworkPlan.Terms(
              chainId,
              network,
              blockInterval != null ? blockInterval : Duration.ofSeconds(devnet ? 10 : 60),
              lockLease != null ? lockLease : Duration.ofSeconds(devnet ? 5 : 60),
              blockReward,
              minFee,
              supplyCap);
      int port = basePort != null ? basePort : network.p2pPort();
      return NetworkPlan.make(terms, masternodes, port, funds, Instant.now());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  private void print(NetworkPlan plan) {
    Genesis genesis = plan.genesis();
    Path file = out.resolve(NetworkPlan.GENESIS_FILE);
    if (json.wanted()) {
      ObjectNode result = JsonLine.object();
      result.put("genesis", file.toString()).put("genesis_hash", genesis.hash().toString());
      var nodes = result.putArray("masternodes");
      for (NetworkPlan.Node node : plan.nodes()) {
        nodes
            .addObject()
            .put("name", node.name())
            .put("public_key", node.key().publicKey().toString())
            .put("config", node.config(out).toString());
      }
      terminal().printLine(JsonLine.write(result));
      return;
    }
    Table table = new Table();
    table.row("genesis", file.toString());
    table.row("genesis hash", genesis.hash().toString());
    for (NetworkPlan.Node node : plan.nodes()) {
      table.row(node.name(), "timekeeper node --config " + node.config(out));
    }
    table.printTo(terminal());
  }
}
