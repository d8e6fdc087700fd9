package io.timecoin.node.cli.network;

import io.timecoin.node.base.Amount;
import io.timecoin.node.cli.client.Certificates;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.client.NodeConnection;
import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Ending;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.cli.console.ScratchFolder;
import io.timecoin.node.cli.offline.Proof;
import io.timecoin.node.cli.pay.Payment;
import io.timecoin.node.cli.pay.Progress;
import io.timecoin.node.cli.pay.Purse;
import io.timecoin.node.cli.pay.Settlement;
import io.timecoin.node.cli.pay.Until;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.runtime.Logging;
import io.timecoin.node.runtime.NodeStartException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A payment on a network of one's own, from nothing to finality. */
@Command(
    name = "demo",
    header = "Start seven masternodes and watch a payment become final.",
    description =
        "Starts a private network of seven real masternodes in this process, pays 25 TIME from a "
            + "demo wallet to Bob, shows every state of the spent output and every vote as they "
            + "come in, checks the finality certificate, and removes everything again.")
public final class DemoCommand extends CliCommand {
  private static final Amount AMOUNT = Amount.ofTime(25);

  /** For the picture only: the payment is final already. */
  private static final Duration LAST_VOTES = Duration.ofSeconds(1);

  @Option(names = "--headless", description = "In the terminal, without a window (always so here).")
  @SuppressWarnings("UnusedVariable") // there is no other way here
  private boolean headless;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "60s",
      description = "How long to wait for finality (default: ${DEFAULT-VALUE}).")
  private Duration timeout;

  @Option(
      names = "--until",
      paramLabel = "final|confirmed",
      defaultValue = "final",
      description =
          "What to wait for: a quorum's votes, or also the block that includes the payment "
              + "(default: ${DEFAULT-VALUE}).")
  private Until until;

  @Mixin private JsonOption json;

  @Override
  protected int run() throws CommandFailedException, InterruptedException {
    Logging.setLevel(Level.WARN);
    DemoView view = new DemoView(terminal(), json.wanted());
    try (ScratchFolder scratch = ScratchFolder.create();
        Devnet devnet = Devnet.create(Devnet.Settings.demo(scratch.path()));
        Ending _ =
            Ending.onSignal(
                terminal(),
                FAILED,
                () -> {
                  devnet.close();
                  scratch.close();
                })) {
      view.starting(devnet);
      devnet.start(view::node);
      pay(devnet, view);
      return DONE;
    } catch (NodeStartException e) {
      throw new CommandFailedException(e.reason() + " " + e.remedy(), e);
    } catch (ConnectionLostException | IOException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  private void pay(Devnet devnet, DemoView view)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Devnet.FundedWallet you = devnet.wallets().get(0);
    Devnet.FundedWallet bob = devnet.wallets().get(2);
    try (NodeConnection node =
        NodeConnection.open(devnet.nodes().getFirst().webSocketUri(), timeout)) {
      StatusReport status =
          node.ask(NetworkMessage.GetStatus::new, NetworkMessage.NodeStatus.class, timeout)
              .report();
      Purse purse = new Purse(node, status, you.key(), timeout);
      Payment payment = purse.pay(bob.address(), AMOUNT, null, List.of());
      view.paying(payment, AMOUNT, bob);
      long sent = purse.broadcast(payment);
      Progress progress = new Progress(payment.inputs().getFirst(), sent, view::state, view::votes);
      Settlement settlement = purse.settlement(payment, progress);
      Settlement.Final end = settlement.await(timeout);
      settlement.awaitVotes(LAST_VOTES);
      Proof.of(devnet.genesis())
          .check(
              Certificates.fetch(
                  node, payment.transaction().txid(), status.genesisHash(), timeout));
      if (until == Until.CONFIRMED) {
        long height = settlement.awaitBlock(timeout);
        view.isFinal(payment, progress, end, status, OptionalLong.of(height));
      } else {
        view.isFinal(payment, progress, end, status, OptionalLong.empty());
      }
    }
  }
}
