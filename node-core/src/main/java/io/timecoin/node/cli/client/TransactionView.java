package io.timecoin.node.cli.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.Style;
import io.timecoin.node.cli.console.Table;
import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.protocol.BlockRecord;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.protocol.WaitingReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a payment stands, as text or one line of JSON. */
record TransactionView(Terminal terminal, boolean json) {
  void print(Whereabouts found) {
    if (json) {
      terminal.printLine(JsonLine.write(object(found)));
    } else {
      text(found);
    }
  }

  private void text(Whereabouts found) {
    TransactionStatus status = found.status();
    BlockRecord block = found.block();
    Table table =
        new Table()
            .row("txid", found.txid().toString())
            .row("state", style(found.word()).on(terminal, found.word()));
    if (block != null) {
      table.row("block", block.decided().height() + "  " + block.decided().certificate().block());
    }
    if (status != null) {
      table.row(
          "votes",
          "%d prepared, %d committed, %d rejected; %d of %d needed"
              .formatted(
                  status.approvals(),
                  status.commits(),
                  status.rejections(),
                  status.quorum(),
                  status.total()));
      WaitingReason waiting = status.waiting();
      if (waiting != null) {
        reason(table, waiting);
      }
    }
    table.printTo(terminal);
  }

  private static Style style(String word) {
    return switch (word) {
      case "final", "confirmed" -> Style.GREEN;
      case "rejected", "released" -> Style.RED;
      default -> Style.YELLOW;
    };
  }

  private static void reason(Table table, WaitingReason waiting) {
    table.row("why", lower(waiting.cause()) + ": " + waiting.message());
    waiting.related().forEach(txid -> table.row("", "because of " + txid));
    waiting.missing().forEach(key -> table.row("", "not connected: " + key));
    WaitingReason.NextEvent next = waiting.next();
    if (next != null) {
      table.row("next", words(next) + when(waiting.nextAtMs()));
    }
  }

  private static String words(WaitingReason.NextEvent next) {
    return switch (next) {
      case QUORUM -> "enough masternodes vote";
      case PARENT_FINAL -> "the payment it spends from becomes final";
      case CLOCK -> "the clock reaches its timestamp";
      case PROMISE -> "masternodes promise not to commit it, so that a block can release it";
      case BLOCK -> "a block includes or releases it";
      case CONFLICT_ENDS -> "the payment that holds its coins becomes final or is released";
    };
  }

  private static String when(@Nullable Long atMs) {
    return atMs == null
        ? ""
        : ", at the earliest " + Instant.ofEpochMilli(atMs).truncatedTo(ChronoUnit.SECONDS);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode object(Whereabouts found) {
    ObjectNode object = JsonLine.object();
    object.put("txid", found.txid().toString()).put("status", found.word());
    BlockRecord block = found.block();
    if (block != null) {
      object.put("block_height", block.decided().height());
    }
    TransactionStatus status = found.status();
    if (status != null) {
      object.put("approvals", status.approvals()).put("commits", status.commits());
      object.put("quorum", status.quorum()).put("total", status.total());
      WaitingReason waiting = status.waiting();
      if (waiting != null) {
        object.set("waiting", waiting(waiting));
      }
    }
    return object;
  }

  private static ObjectNode waiting(WaitingReason waiting) {
    ObjectNode object = JsonLine.object().put("cause", lower(waiting.cause()));
    ArrayNode related = object.putArray("related");
    waiting.related().forEach(txid -> related.add(txid.toString()));
    ArrayNode missing = object.putArray("missing");
    waiting.missing().forEach(key -> missing.add(key.toString()));
    object.put("message", waiting.message());
    WaitingReason.NextEvent next = waiting.next();
    Long at = waiting.nextAtMs();
    if (next != null) {
      object.put("next", lower(next));
    }
    if (at != null) {
      object.put("next_at_ms", at);
    }
    return object;
  }
}
