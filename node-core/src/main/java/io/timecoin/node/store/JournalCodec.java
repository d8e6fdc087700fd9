package io.timecoin.node.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.finality.Equivocation;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.ProtocolException;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.tx.Transaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Journal records as JSON objects, a batch as an array of them. Transactions and votes have the
 * form they have on the wire, so that there is one reading of them, not two.
 */
final class JournalCodec {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(Frames.PAYLOAD_BYTES_MAX)
                          .build())
                  .build())
          .build();

  private final MessageCodec values = new MessageCodec();
  private final BlockRecordCodec blocks = new BlockRecordCodec(values);

  /** One object. */
  byte[] encode(JournalRecord record) {
    ObjectNode json = MAPPER.createObjectNode();
    switch (record) {
      case JournalRecord.Admitted r -> {
        json.put("record", "admitted").put("at_ms", r.atMs()).put("locked", r.locked());
        putTransaction(json, r.transaction());
      }
      case JournalRecord.Contested r -> {
        json.put("record", "contested").put("txid", r.txid().toString());
        putTransaction(json, r.conflict());
      }
      case JournalRecord.OwnVote r -> {
        json.put("record", "own_vote");
        putVotes(json, List.of(r.vote()));
      }
      case JournalRecord.Prepared r -> {
        json.put("record", "prepared").put("txid", r.certificate().txid().toString());
        putVotes(json, r.certificate().votes());
      }
      case JournalRecord.Finalized r -> {
        json.put("record", "finalized").put("at_ms", r.atMs());
        json.put("txid", r.certificate().txid().toString());
        putVotes(json, r.certificate().votes());
        Transaction body = r.transaction();
        if (body != null) {
          putTransaction(json, body);
        }
      }
      case JournalRecord.Rejected r ->
          json.put("record", "rejected")
              .put("at_ms", r.atMs())
              .put("txid", r.txid().toString())
              .put("cause", r.cause().name().toLowerCase(Locale.ROOT))
              .put("because", r.because().toString());
      case JournalRecord.Halted r -> {
        json.put("record", "halted").put("reason", r.reason());
        VoteCertificate.Finality evidence = r.evidence();
        if (evidence != null) {
          json.put("txid", evidence.txid().toString());
          putVotes(json, evidence.votes());
        }
      }
      case JournalRecord.Proof r -> {
        json.put("record", "proof");
        putVotes(json, List.of(r.equivocation().first(), r.equivocation().second()));
      }
      case JournalRecord.KeptCandidate _,
          JournalRecord.OwnProposal _,
          JournalRecord.BlockMemory _,
          JournalRecord.Decided _,
          JournalRecord.BlockProof _ ->
          blocks.put(json, record);
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void putTransaction(ObjectNode json, Transaction transaction) {
    json.putRawValue("transaction", new RawValue(values.writeTransaction(transaction)));
  }

  private void putVotes(ObjectNode json, List<SignedVote> votes) {
    ArrayNode array = json.putArray("votes");
    votes.forEach(vote -> array.addRawValue(new RawValue(values.writeVote(vote))));
  }

  /**
   * Reads an array of records.
   *
   * @throws IllegalArgumentException if it is none of ours
   */
  List<JournalRecord> decode(byte[] batch) {
    try {
      List<JournalRecord> records = new ArrayList<>();
      for (JsonNode json : MAPPER.readTree(batch)) {
        records.add(record(json));
      }
      return records;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException | ProtocolException e) {
      throw new IllegalArgumentException("not a record: " + e.getMessage(), e);
    }
  }

  private JournalRecord record(JsonNode json) throws ProtocolException {
    return switch (json.path("record").asText()) {
      case "admitted" ->
          new JournalRecord.Admitted(
              transaction(json), json.path("locked").asBoolean(), json.path("at_ms").asLong());
      case "contested" -> new JournalRecord.Contested(txid(json, "txid"), transaction(json));
      case "own_vote" -> new JournalRecord.OwnVote(votes(json).getFirst());
      case "prepared" ->
          new JournalRecord.Prepared(new VoteCertificate.Prepare(txid(json, "txid"), votes(json)));
      case "finalized" ->
          new JournalRecord.Finalized(
              new VoteCertificate.Finality(txid(json, "txid"), votes(json)),
              json.has("transaction") ? transaction(json) : null,
              json.path("at_ms").asLong());
      case "rejected" ->
          new JournalRecord.Rejected(
              txid(json, "txid"),
              WaitingReason.Cause.valueOf(json.path("cause").asText().toUpperCase(Locale.ROOT)),
              txid(json, "because"),
              json.path("at_ms").asLong());
      case "halted" ->
          new JournalRecord.Halted(
              json.path("reason").asText(),
              json.has("txid")
                  ? new VoteCertificate.Finality(txid(json, "txid"), votes(json))
                  : null);
      case "proof" -> {
        List<SignedVote> votes = votes(json);
        yield new JournalRecord.Proof(new Equivocation(votes.getFirst(), votes.getLast()));
      }
      case "candidate", "proposal", "block_memory", "decided", "block_proof" -> blocks.read(json);
      default -> throw new IllegalArgumentException("unknown record " + json.path("record"));
    };
  }

  private static Txid txid(JsonNode json, String field) {
    return Txid.parse(json.path(field).asText());
  }

  private Transaction transaction(JsonNode json) throws ProtocolException {
    return values.readTransaction(json.path("transaction").toString());
  }

  private List<SignedVote> votes(JsonNode json) throws ProtocolException {
    List<SignedVote> votes = new ArrayList<>();
    for (JsonNode vote : json.path("votes")) {
      votes.add(values.readVote(vote.toString()));
    }
    if (votes.isEmpty()) {
      throw new IllegalArgumentException("no votes where some belong");
    }
    return votes;
  }
}
