package io.timecoin.node.cli.pay;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.cli.client.Certificates;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.client.NodeConnection;
import io.timecoin.node.cli.client.WalletCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.cli.console.PasswordOptions;
import io.timecoin.node.cli.offline.GenesisFile;
import io.timecoin.node.cli.offline.Proof;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StatusReport;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A payment, from the key to finality. */
@Command(
    name = "send",
    header = "Pay, and wait until the payment is final.",
    description =
        "Sign a payment, hand it to a node and wait until it is final: until a quorum "
            + "of masternodes has committed it, for ever. Change goes back to the payer's "
            + "address.")
public final class SendCommand extends WalletCommand {
  @ArgGroup(multiplicity = "1")
  private PayerKey payer;

  @Mixin private PasswordOptions password;

  @Option(names = "--to", paramLabel = "ADDRESS", required = true, description = "Who is paid.")
  private Address to;

  @Option(
      names = "--amount",
      paramLabel = "TIME",
      required = true,
      description = "How much, e.g. 25 or 0.5.")
  private Amount amount;

  @Option(
      names = "--outpoint",
      paramLabel = "TXID:VOUT",
      description = "Spend this output; may be repeated (default: chosen for you).")
  private List<OutPoint> outPoints = List.of();

  @Option(
      names = "--fee",
      paramLabel = "TIME",
      description = "The fee (default: the network's least).")
  private @Nullable Amount fee;

  @Option(
      names = "--genesis",
      paramLabel = "FILE",
      description =
          "The network's genesis file: the node must be of that network, and finality is "
              + "proven by the certificate instead of believed.")
  private @Nullable Path genesisFile;

  @Option(
      names = "--until",
      paramLabel = "final|confirmed",
      defaultValue = "final",
      description =
          "What to wait for: a quorum's votes, or also the block that includes the payment "
              + "(default: ${DEFAULT-VALUE}).")
  private Until until;

  @Option(names = "--no-wait", description = "End as soon as the node has accepted the payment.")
  private boolean noWait;

  @Mixin private JsonOption json;

  @Override
  protected int run(NodeConnection node)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Proof proof = genesisFile == null ? null : Proof.of(GenesisFile.read(genesisFile));
    SigningKey key = payer.read(terminal(), password);
    Purse purse = new Purse(node, status(node), key, timeout());
    if (proof != null) {
      proof.requireNetwork(purse.status().genesisHash());
    }
    Payment payment = purse.pay(to, amount, fee, outPoints);
    SendReport report =
        new SendReport(terminal(), json.wanted(), purse.status(), payment, to, amount);
    report.signed();
    long sent = purse.broadcast(payment);
    if (noWait) {
      report.accepted();
      return DONE;
    }
    Progress progress = report.progress(sent);
    Settlement settlement = purse.settlement(payment, progress);
    Settlement.Final end = settlement.await(timeout());
    OptionalLong block =
        until == Until.CONFIRMED
            ? OptionalLong.of(settlement.awaitBlock(timeout()))
            : OptionalLong.empty();
    if (proof != null) {
      proof.check(certificate(node, purse.status(), payment));
    }
    report.isFinal(progress, end, proof != null, block);
    return DONE;
  }

  private NetworkMessage.FinalityCertificate certificate(
      NodeConnection node, StatusReport status, Payment payment)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    return Certificates.fetch(node, payment.transaction().txid(), status.genesisHash(), timeout());
  }
}
