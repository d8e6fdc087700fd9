package io.timecoin.node.cli.client;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.BlockCertificate;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.cli.console.Table;
import io.timecoin.node.protocol.BlockRecord;
import io.timecoin.node.protocol.BlockSelector;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Blocks, by height, hash or what they include. */
@Command(
    name = "block",
    header = "Show blocks.",
    description =
        "Show the newest blocks, or one: by its height, its hash, or the id of a transaction it "
            + "includes or released. With --json: the Blocks message as the node sends it.")
public final class BlockCommand extends WalletCommand {
  @Parameters(
      paramLabel = "HEIGHT|HASH|TXID",
      arity = "0..1",
      description = "Which block (default: the newest ones).")
  private @Nullable String which;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many of the newest (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private JsonOption json;

  @Override
  protected int run(NodeConnection node)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    if (limit < 1 || limit > FrameLimits.BLOCKS_MAX) {
      throw wrongUsage("--limit must be 1 to " + FrameLimits.BLOCKS_MAX);
    }
    String asked = which;
    Received answer = asked == null ? newest(node) : one(node, asked);
    if (json.wanted()) {
      terminal().printLine(JsonLine.write(WireJson.of(answer.text())));
      return DONE;
    }
    List<BlockRecord> records = blocks(answer);
    if (asked == null) {
      list(records);
    } else {
      show(records.getFirst());
    }
    return DONE;
  }

  private Received newest(NodeConnection node)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    return ask(node, new BlockSelector.Newest(), limit);
  }

  /** 64 hex characters may be a block's hash or a transaction's id. */
  private Received one(NodeConnection node, String asked)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Received answer;
    if (asked.matches("[0-9]{1,18}")) {
      long height = Long.parseLong(asked);
      if (height == 0) {
        throw wrongUsage("the first block has height 1; before it there is the genesis file");
      }
      answer = ask(node, new BlockSelector.From(height), 1);
    } else if (asked.matches("[0-9a-f]{64}")) {
      answer = ask(node, new BlockSelector.WithHash(Hash256.parse(asked)), 1);
      if (blocks(answer).isEmpty()) {
        answer = ask(node, new BlockSelector.With(Txid.parse(asked)), 1);
      }
    } else {
      throw wrongUsage("a block is named by its height or by 64 lower-case hex characters");
    }
    if (blocks(answer).isEmpty()) {
      throw new CommandFailedException(
          "unknown_block", "the node has no such block. `timekeeper status` shows its height.");
    }
    return answer;
  }

  private Received ask(NodeConnection node, BlockSelector select, int max)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Received answer = node.askRaw(id -> new NetworkMessage.GetBlocks(select, max, id), timeout());
    if (answer.message() instanceof NetworkMessage.Error refusal) {
      throw Advice.failure(refusal);
    }
    return answer;
  }

  private static List<BlockRecord> blocks(Received answer) {
    return answer.message() instanceof NetworkMessage.Blocks found ? found.blocks() : List.of();
  }

  private void list(List<BlockRecord> records) {
    Table table = new Table().row("height", "time", "payments", "released", "round", "hash");
    for (BlockRecord record : records.reversed()) {
      Block block = record.decided().block();
      table.row(
          String.valueOf(block.height()),
          time(block).toString(),
          String.valueOf(block.transactions().size()),
          String.valueOf(block.releases().size()),
          String.valueOf(record.decided().certificate().round()),
          record.decided().certificate().block().toString());
    }
    table.printTo(terminal());
    if (records.isEmpty()) {
      terminal().say("no block yet: the first one comes with the first payment");
    }
  }

  private static Instant time(Block block) {
    return Instant.ofEpochMilli(block.header().timestampMs());
  }

  private void show(BlockRecord record) {
    Block block = record.decided().block();
    BlockCertificate certificate = record.decided().certificate();
    Duration age = Duration.between(time(block), Instant.now());
    Table table =
        new Table()
            .row("height", String.valueOf(block.height()))
            .row("hash", certificate.block().toString())
            .row("parent", block.header().parent().toString())
            .row("time", time(block) + ", " + age.toSeconds() + " s ago")
            .row("proposer", block.header().proposer().toString())
            .row("state before", block.header().state().toString())
            .row(
                "decided",
                "in round %d by %d precommits"
                    .formatted(certificate.round(), certificate.precommits().size()));
    block
        .coinbase()
        .outputs()
        .forEach(output -> table.row("coinbase", output.amount() + " to " + output.address()));
    block.transactions().forEach(txid -> table.row("payment", txid.toString()));
    block.releases().forEach(txid -> table.row("released", txid.toString()));
    table.printTo(terminal());
  }
}
