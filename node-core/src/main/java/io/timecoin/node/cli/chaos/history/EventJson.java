package io.timecoin.node.cli.chaos.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.client.States;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.utxo.UtxoState;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event as one line of {@code history.jsonl}; nodes are counted from 1, as for people. */
public final class EventJson {
  private EventJson() {}

  /** Without the line break. */
  public static String line(Event event) {
    ObjectNode json = JsonLine.object();
    json.put("at_ns", event.atNs());
    switch (event) {
      case Event.Reached e -> json.put("event", "stage").put("stage", lower(e.stage()));
      case Event.FaultBegan e -> {
        json.put("event", "fault_began").put("fault", e.id()).put("kind", e.kind().wireName());
        nodes(json, e.nodes());
        json.put("detail", e.detail());
      }
      case Event.Restarted e -> json.put("event", "restarted").put("fault", e.id());
      case Event.FaultEnded e -> json.put("event", "fault_ended").put("fault", e.id());
      case Event.Made e -> made(json, e);
      case Event.Offered e -> node(json, "offered", e.node()).put("txid", text(e.txid()));
      case Event.Answered e ->
          node(json, "answered", e.node()).put("txid", text(e.txid())).put("answer", e.answer());
      case Event.Subscribed e -> {
        node(json, "subscribed", e.node()).put("session", e.session()).put("first", e.firstSeq());
        utxos(json, e.utxos());
      }
      case Event.Notified e -> notified(json, e);
      case Event.StatusCame e ->
          node(json, "status", e.node())
              .put("session", e.session())
              .put("txid", text(e.txid()))
              .put("phase", phase(e.phase()));
      case Event.Lost e ->
          node(json, "lost", e.node()).put("session", e.session()).put("why", e.why());
      case Event.Told e ->
          node(json, "told", e.node())
              .put("height", e.height())
              .put("state_hash", e.stateHash().toString())
              .put("unconfirmed", e.unconfirmed())
              .put("equivocations", e.equivocations());
      case Event.Found e ->
          node(json, "found", e.node()).put("txid", text(e.txid())).put("phase", phase(e.phase()));
      case Event.Stood e -> {
        node(json, "stood", e.node()).put("outpoint", e.outPoint().toString());
        state(json, "state", e.state());
      }
      case Event.Held e -> {
        node(json, "held", e.node()).put("height", e.height());
        utxos(json, e.utxos());
      }
    }
    return JsonLine.write(json);
  }

  private static void made(ObjectNode json, Event.Made made) {
    json.put("event", "made").put("txid", text(made.txid())).put("intent", lower(made.intent()));
    outPoints(json.putArray("inputs"), made.inputs());
    outPoints(json.putArray("outputs"), made.outputs());
  }

  private static void notified(ObjectNode json, Event.Notified e) {
    node(json, "notified", e.node())
        .put("session", e.session())
        .put("seq", e.seq())
        .put("outpoint", e.outPoint().toString())
        .put("units", e.amount().units());
    state(json, "old", e.oldState());
    state(json, "new", e.newState());
  }

  private static ObjectNode node(ObjectNode json, String event, int node) {
    return json.put("event", event).put("node", node + 1);
  }

  private static void nodes(ObjectNode json, Set<Integer> nodes) {
    ArrayNode array = json.putArray("nodes");
    nodes.stream().sorted().forEach(node -> array.add(node + 1));
  }

  private static void outPoints(ArrayNode array, List<OutPoint> outPoints) {
    outPoints.forEach(outPoint -> array.add(outPoint.toString()));
  }

  private static void utxos(ObjectNode json, List<UtxoSnapshot> utxos) {
    ArrayNode array = json.putArray("utxos");
    for (UtxoSnapshot utxo : utxos) {
      ObjectNode entry = array.addObject();
      entry.put("outpoint", utxo.outpoint().toString()).put("units", utxo.amount().units());
      state(entry, "state", utxo.state());
    }
  }

  private static void state(ObjectNode json, String field, @Nullable UtxoState state) {
    if (state == null) {
      json.putNull(field);
      return;
    }
    json.put(field, States.name(state));
    States.spender(state).ifPresent(txid -> json.put(field + "_by", txid.toString()));
  }

  private static String text(Txid txid) {
    return txid.toString();
  }

  private static @Nullable String phase(@Nullable TransactionPhase phase) {
    return phase == null ? null : lower(phase);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
