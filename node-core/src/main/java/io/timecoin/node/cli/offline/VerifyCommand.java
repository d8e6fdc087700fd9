package io.timecoin.node.cli.offline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.cli.console.Table;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.ProtocolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a finality certificate without any network. */
@Command(
    name = "verify",
    header = "Check the proof that a payment is final, offline.",
    description =
        "Check a finality certificate offline: a quorum of the genesis file's "
            + "masternodes signed a commit for its transaction. Then that transaction is "
            + "final, whoever says otherwise.")
public final class VerifyCommand extends CliCommand {
  @Parameters(
      paramLabel = "CERTIFICATE",
      description = "The certificate's file, as `timekeeper certificate` writes it.")
  private Path file;

  @Option(
      names = "--genesis",
      paramLabel = "FILE",
      required = true,
      description = "The network's genesis file, from a source you trust.")
  private Path genesisFile;

  @Mixin private JsonOption json;

  @Override
  protected int run() throws CommandFailedException {
    Genesis genesis = GenesisFile.read(genesisFile);
    VoteCertificate.Finality certificate = Proof.of(genesis).check(read());
    if (json.wanted()) {
      terminal().printLine(JsonLine.write(jsonOf(genesis, certificate)));
    } else {
      print(genesis, certificate);
    }
    return DONE;
  }

  private NetworkMessage.FinalityCertificate read() throws CommandFailedException {
    try {
      return new MessageCodec().readCertificate(Files.readString(file));
    } catch (ProtocolException e) {
      throw new CommandFailedException(file + " is no finality certificate: " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new CommandFailedException("there is no file " + file, e);
    } catch (IOException e) {
      throw new CommandFailedException("cannot read " + file + ": " + e, e);
    }
  }

  private static ObjectNode jsonOf(Genesis genesis, VoteCertificate.Finality certificate) {
    ObjectNode result = JsonLine.object();
    result.put("ok", true).put("txid", certificate.txid().toString());
    result.put("chain_id", genesis.chainId()).put("genesis_hash", genesis.hash().toString());
    result.put("votes", certificate.votes().size());
    result.put("total_nodes", genesis.masternodes().size());
    result.put("quorum", genesis.masternodes().quorum());
    ArrayNode voters = result.putArray("voters");
    for (SignedVote vote : certificate.votes()) {
      voters
          .addObject()
          .put("name", nameOf(genesis.masternodes(), vote.voter()))
          .put("public_key", vote.voter().toString());
    }
    return result;
  }

  private void print(Genesis genesis, VoteCertificate.Finality certificate) {
    MasternodeSet members = genesis.masternodes();
    Table table = new Table();
    table.row("final", certificate.txid().toString());
    table.row("network", genesis.chainId() + " (" + genesis.network().wireName() + ")");
    table.row("genesis", genesis.hash().toString());
    table.row(
        "votes",
        certificate.votes().size()
            + " of "
            + members.size()
            + ", "
            + members.quorum()
            + " needed; every signature is valid");
    for (SignedVote vote : certificate.votes()) {
      table.row("  " + nameOf(members, vote.voter()), vote.voter().toString());
    }
    table.printTo(terminal());
  }

  private static String nameOf(MasternodeSet members, PublicKey voter) {
    return members.members().get(members.indexOf(voter)).name();
  }
}
