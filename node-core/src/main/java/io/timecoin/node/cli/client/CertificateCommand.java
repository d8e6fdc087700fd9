package io.timecoin.node.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The proof of a payment as a file. */
@Command(
    name = "certificate",
    header = "Write the proof that a payment is final to a file.",
    description =
        "Write the finality certificate of a payment to a file: the masternodes' "
            + "signatures that make it final. `timekeeper verify` checks it without any "
            + "network.")
public final class CertificateCommand extends WalletCommand {
  @Parameters(paramLabel = "TXID", description = "The payment.")
  private Txid txid;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write, - for stdout (default: certificate-TXID.json).")
  private @Nullable String out;

  @Mixin private JsonOption json;

  @Override
  protected int run(NodeConnection node)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    NetworkMessage.FinalityCertificate certificate =
        Certificates.fetch(node, txid, status(node).genesisHash(), timeout());
    String text = pretty(certificate);
    if ("-".equals(out)) {
      terminal().out().print(text);
      return DONE;
    }
    Path file = Path.of(out == null ? "certificate-" + txid + ".json" : out);
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new CommandFailedException("cannot write " + file + ": " + e, e);
    }
    report(file, certificate.certificate());
    return DONE;
  }

  private void report(Path file, VoteCertificate.Finality certificate) {
    int votes = certificate.votes().size();
    if (json.wanted()) {
      terminal()
          .printLine(
              JsonLine.write(
                  JsonLine.object()
                      .put("txid", txid.toString())
                      .put("votes", votes)
                      .put("file", file.toString())));
    } else {
      terminal().printLine(file + "  (" + votes + " votes)");
    }
  }

  private static String pretty(NetworkMessage.FinalityCertificate certificate) {
    try {
      return JsonLine.read(new MessageCodec().encodeText(certificate)).toPrettyString() + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the codec writes JSON", e);
    }
  }
}
