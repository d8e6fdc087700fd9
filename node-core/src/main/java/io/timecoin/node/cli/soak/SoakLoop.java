package io.timecoin.node.cli.soak;

import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.cluster.ClusterOptions;
import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Ending;
import io.timecoin.node.cli.console.ScratchFolder;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.runtime.Logging;
import io.timecoin.node.runtime.NodeStartException;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.event.Level;
import picocli.CommandLine.Mixin;

/** A loop against a network that is made for it and removed afterwards. */
abstract class SoakLoop extends CliCommand {
  @Mixin private ClusterOptions options;

  private int breaches;

  /** Whether each node has a process of its own. */
  protected abstract boolean processes();

  /**
   * The loop.
   *
   * @return whether every promise was kept
   */
  protected abstract boolean loop(Cluster cluster, Path folder)
      throws CommandFailedException,
          ConnectionLostException,
          NodeStartException,
          InterruptedException;

  /** What to build. */
  protected Devnet.Settings settings(Path folder) {
    return options.settings(folder, processes());
  }

  /** A promise was broken: says so, and counts it. */
  protected final void breach(String what) {
    breaches++;
    terminal().say("BREACH: " + what);
  }

  /** How many promises were broken so far. */
  protected final int breaches() {
    return breaches;
  }

  final ClusterOptions options() {
    return options;
  }

  @Override
  protected int run() throws CommandFailedException, InterruptedException {
    Logging.setLevel(Level.ERROR);
    try (ScratchFolder scratch = ScratchFolder.create();
        Devnet devnet = Devnet.create(settings(scratch.path()));
        Ending _ = Ending.onSignal(terminal(), FAILED, () -> stop(devnet, scratch));
        Cluster cluster = new Cluster(devnet)) {
      terminal().say("starting " + options.nodes() + " masternodes");
      devnet.start(_ -> {});
      cluster.connect();
      return loop(cluster, scratch.path()) ? DONE : FAILED;
    } catch (NodeStartException e) {
      throw new CommandFailedException(e.reason() + " " + e.remedy(), e);
    } catch (ConnectionLostException | IOException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void stop(Devnet devnet, ScratchFolder scratch) {
    devnet.close();
    scratch.close();
  }
}
