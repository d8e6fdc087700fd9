package io.timecoin.node.cli.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.Hex;
import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Ending;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.ScratchFolder;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.devnet.DevnetNode;
import io.timecoin.node.devnet.Wiring;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.runtime.Logging;
import io.timecoin.node.runtime.NodeStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A private network on this machine. */
@Command(
    name = "devnet",
    header = "Run a private network of real masternodes on this machine.",
    description =
        "Runs until it is stopped with Ctrl-C or SIGTERM. When all masternodes are connected it "
            + "prints one line of JSON: where they are, and wallets with money and their keys.")
public final class DevnetCommand extends CliCommand {
  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "7",
      description = "How many masternodes (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(
      names = "--base-port",
      paramLabel = "PORT",
      defaultValue = "24200",
      description =
          "Node i listens on PORT+10*i for masternodes, 2 above for wallets and 3 above for "
              + "metrics; 0: any free ports "
              + "(default: ${DEFAULT-VALUE}).")
  private int basePort;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Where genesis file, keys and journals stay; a network that is there goes on "
              + "(default: a folder that is removed at the end).")
  private @Nullable Path dataDir;

  @Option(names = "--processes", description = "Run each node in a process of its own.")
  private boolean processes;

  @Option(
      names = "--wallets",
      paramLabel = "N",
      defaultValue = "3",
      description = "Wallets with 1000 TIME each, at least 3 (default: ${DEFAULT-VALUE}).")
  private int wallets;

  @Option(
      names = "--block-interval",
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "Time between blocks (default: ${DEFAULT-VALUE}).")
  private Duration blockInterval;

  @Option(
      names = "--lock-lease",
      paramLabel = "TIME",
      defaultValue = "5s",
      description = "How long contested locks hold (default: ${DEFAULT-VALUE}).")
  private Duration lockLease;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A key of `node --help` for every node; may be given more than once.")
  private Map<String, String> everyNode = new LinkedHashMap<>();

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      defaultValue = "warn",
      description = "What the nodes say on stderr: error, warn, info, debug or trace.")
  private Level logLevel;

  @Override
  protected int run() throws CommandFailedException, InterruptedException {
    Logging.setLevel(logLevel);
    Path kept = dataDir;
    if (kept != null) {
      return runIn(kept, () -> {});
    }
    try (ScratchFolder scratch = ScratchFolder.create()) {
      return runIn(scratch.path(), scratch::close);
    } catch (IOException e) {
      throw new CommandFailedException("no temporary folder: " + e, e);
    }
  }

  private int runIn(Path folder, Runnable afterwards)
      throws CommandFailedException, InterruptedException {
    try (Devnet devnet = Devnet.create(settings(folder));
        Ending _ = Ending.onSignal(terminal(), DONE, () -> stop(devnet, afterwards))) {
      sayWhatIsIgnored(devnet);
      devnet.start(this::progress);
      terminal().printLine(JsonLine.write(ready(devnet)));
      new CountDownLatch(1).await(); // a signal ends it
      return DONE;
    } catch (NodeStartException e) {
      throw new CommandFailedException(e.reason() + " " + e.remedy(), e);
    } catch (IOException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  /** A network that is there keeps what it was founded with. */
  private void sayWhatIsIgnored(Devnet devnet) {
    Genesis genesis = devnet.genesis();
    ignored("--block-interval", blockInterval, genesis.blockInterval());
    ignored("--lock-lease", lockLease, genesis.lockLease());
    ignored("--wallets", wallets, devnet.wallets().size());
  }

  private void ignored(String option, Object asked, Object is) {
    if (isGiven(option) && !asked.equals(is)) {
      terminal()
          .say(
              "%s is ignored: the network in %s was founded with another one; choose an empty folder"
                  .formatted(option, dataDir));
    }
  }

  private Devnet.Settings settings(Path folder) {
    try {
      return new Devnet.Settings(
          nodes,
          basePort,
          folder,
          wallets,
          processes,
          blockInterval,
          lockLease,
          everyNode,
          Wiring.DIRECT);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  private static void stop(Devnet devnet, Runnable afterwards) {
    devnet.close();
    afterwards.run();
  }

  private void progress(Devnet.NodeProgress news) {
    String detail = news.detail() == null ? "" : ": " + news.detail();
    String remedy = news.remedy() == null ? "" : " " + news.remedy();
    terminal()
        .say(
            "node %d %s%s%s"
                .formatted(
                    news.index() + 1,
                    news.stage().name().toLowerCase(Locale.ROOT),
                    detail,
                    remedy));
  }

  private static ObjectNode ready(Devnet devnet) {
    ObjectNode ready = JsonLine.object();
    ready.put("event", "ready").put("genesis", devnet.genesisFile().toString());
    ready.put("genesis_hash", devnet.genesis().hash().toString());
    ArrayNode nodes = ready.putArray("nodes");
    for (DevnetNode node : devnet.nodes()) {
      nodes
          .addObject()
          .put("name", node.name())
          .put("p2p", "127.0.0.1:" + node.p2pPort())
          .put("ws", node.webSocketUri().toString())
          .put("metrics", node.metricsUri().toString())
          .put("public_key", node.publicKey().toString());
    }
    ArrayNode wallets = ready.putArray("wallets");
    for (Devnet.FundedWallet wallet : devnet.wallets()) {
      wallets
          .addObject()
          .put("name", wallet.name())
          .put("address", wallet.address().toString())
          .put("public_key", wallet.key().publicKey().toString())
          .put("secret_key", Hex.encode(wallet.key().secretBytes()));
    }
    return ready;
  }
}
