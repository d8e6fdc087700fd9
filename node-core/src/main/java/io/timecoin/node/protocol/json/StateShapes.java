package io.timecoin.node.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.timecoin.node.base.Txid;
import io.timecoin.node.utxo.UtxoState;
import io.timecoin.node.utxo.UtxoState.Confirmed;
import io.timecoin.node.utxo.UtxoState.Locked;
import io.timecoin.node.utxo.UtxoState.SpentFinalized;
import io.timecoin.node.utxo.UtxoState.SpentPending;
import io.timecoin.node.utxo.UtxoState.Unspent;
import java.io.IOException;

/** The JSON of UTXO states: {@code "Unspent"}, or an object whose only key is the state's name. */
public final class StateShapes {
  private static final String UNSPENT = "Unspent";
  private static final String LOCKED = "Locked";
  private static final String SPENT_PENDING = "SpentPending";
  private static final String SPENT_FINALIZED = "SpentFinalized";
  private static final String CONFIRMED = "Confirmed";

  private static final JsonCodec<Locked> LOCKED_BODY = locked();
  private static final JsonCodec<SpentPending> SPENT_PENDING_BODY = spentPending();
  private static final JsonCodec<SpentFinalized> SPENT_FINALIZED_BODY = spentFinalized();
  private static final JsonCodec<Confirmed> CONFIRMED_BODY = confirmed();

  /** Any state. */
  public static final JsonCodec<UtxoState> STATE =
      new JsonCodec<>() {
        @Override
        public UtxoState read(JsonParser parser) throws IOException {
          return readState(parser);
        }

        @Override
        public void write(JsonGenerator generator, UtxoState state) throws IOException {
          writeState(generator, state);
        }
      };

  private StateShapes() {}

  private static UtxoState readState(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING && parser.getText().equals(UNSPENT)) {
      return UtxoState.UNSPENT;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT
        || parser.nextToken() != JsonToken.FIELD_NAME) {
      throw unknown();
    }
    String name = parser.currentName();
    parser.nextToken();
    UtxoState state;
    try {
      state = readBody(name, parser);
    } catch (RefusedJson e) {
      throw e.in(name);
    }
    if (parser.nextToken() != JsonToken.END_OBJECT) {
      throw RefusedJson.shape("a state has one key only");
    }
    return state;
  }

  private static UtxoState readBody(String name, JsonParser parser) throws IOException {
    return switch (name) {
      case LOCKED -> LOCKED_BODY.read(parser);
      case SPENT_PENDING -> SPENT_PENDING_BODY.read(parser);
      case SPENT_FINALIZED -> SPENT_FINALIZED_BODY.read(parser);
      case CONFIRMED -> CONFIRMED_BODY.read(parser);
      default -> throw unknown();
    };
  }

  private static RefusedJson unknown() {
    return RefusedJson.shape(
        "must be \"Unspent\" or an object of Locked, SpentPending, SpentFinalized or Confirmed");
  }

  private static void writeState(JsonGenerator generator, UtxoState state) throws IOException {
    switch (state) {
      case Unspent _ -> generator.writeString(UNSPENT);
      case Locked locked -> write(generator, LOCKED, LOCKED_BODY, locked);
      case SpentPending pending -> write(generator, SPENT_PENDING, SPENT_PENDING_BODY, pending);
      case SpentFinalized end -> write(generator, SPENT_FINALIZED, SPENT_FINALIZED_BODY, end);
      case Confirmed confirmed -> write(generator, CONFIRMED, CONFIRMED_BODY, confirmed);
    }
  }

  private static <S> void write(JsonGenerator generator, String name, JsonCodec<S> body, S state)
      throws IOException {
    generator.writeStartObject();
    generator.writeFieldName(name);
    body.write(generator, state);
    generator.writeEndObject();
  }

  private static JsonCodec<Locked> locked() {
    ObjectCodec.Builder<Locked> o = ObjectCodec.of();
    Field<Locked, Txid> txid = o.required("txid", ValueShapes.TXID, Locked::txid);
    Field<Locked, Long> at = o.required("locked_at", JsonNumbers.LONG, Locked::lockedAt);
    return o.alsoAsArray().build(v -> new Locked(v.get(txid), v.get(at)));
  }

  private static JsonCodec<SpentPending> spentPending() {
    ObjectCodec.Builder<SpentPending> o = ObjectCodec.of();
    Field<SpentPending, Txid> txid = o.required("txid", ValueShapes.TXID, SpentPending::txid);
    Field<SpentPending, Integer> votes =
        o.required("votes", JsonNumbers.COUNT, SpentPending::votes);
    Field<SpentPending, Integer> total =
        o.required("total_nodes", JsonNumbers.COUNT, SpentPending::totalNodes);
    Field<SpentPending, Long> at = o.required("spent_at", JsonNumbers.LONG, SpentPending::spentAt);
    return o.alsoAsArray()
        .build(v -> new SpentPending(v.get(txid), v.get(votes), v.get(total), v.get(at)));
  }

  private static JsonCodec<SpentFinalized> spentFinalized() {
    ObjectCodec.Builder<SpentFinalized> o = ObjectCodec.of();
    Field<SpentFinalized, Txid> txid = o.required("txid", ValueShapes.TXID, SpentFinalized::txid);
    Field<SpentFinalized, Long> at =
        o.required("finalized_at", JsonNumbers.LONG, SpentFinalized::finalizedAt);
    Field<SpentFinalized, Integer> votes =
        o.required("votes", JsonNumbers.COUNT, SpentFinalized::votes);
    return o.alsoAsArray().build(v -> new SpentFinalized(v.get(txid), v.get(at), v.get(votes)));
  }

  private static JsonCodec<Confirmed> confirmed() {
    ObjectCodec.Builder<Confirmed> o = ObjectCodec.of();
    Field<Confirmed, Txid> txid = o.required("txid", ValueShapes.TXID, Confirmed::txid);
    Field<Confirmed, Long> height =
        o.required("block_height", JsonNumbers.NON_NEGATIVE, Confirmed::blockHeight);
    Field<Confirmed, Long> at =
        o.required("confirmed_at", JsonNumbers.LONG, Confirmed::confirmedAt);
    return o.alsoAsArray().build(v -> new Confirmed(v.get(txid), v.get(height), v.get(at)));
  }
}
