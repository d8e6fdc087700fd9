package io.timecoin.node.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.block.AgreementMemory;
import io.timecoin.node.block.BlockEquivocation;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.ProtocolException;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal's records about blocks as JSON; the other half of {@link JournalCodec}. */
record BlockRecordCodec(MessageCodec values) {
  void put(ObjectNode json, JournalRecord record) {
    switch (record) {
      case JournalRecord.KeptCandidate r -> {
        json.put("record", "candidate");
        json.putRawValue("candidate", new RawValue(values.writeCandidate(r.candidate())));
      }
      case JournalRecord.OwnProposal r -> {
        json.put("record", "proposal");
        json.putRawValue("proposal", new RawValue(values.writeProposal(r.proposal())));
      }
      case JournalRecord.BlockMemory r -> memory(json.put("record", "block_memory"), r.memory());
      case JournalRecord.Decided r -> {
        json.put("record", "decided").put("at_ms", r.atMs());
        json.putRawValue("decided", new RawValue(values.writeDecided(r.decided())));
        ArrayNode bodies = json.putArray("transactions");
        r.bodies().forEach(t -> bodies.addRawValue(new RawValue(values.writeTransaction(t))));
      }
      case JournalRecord.BlockProof r -> {
        json.put("record", "block_proof");
        putVotes(json, List.of(r.equivocation().first(), r.equivocation().second()));
      }
      default -> throw new IllegalArgumentException("not about a block: " + record);
    }
  }

  private void memory(ObjectNode json, AgreementMemory memory) {
    json.put("height", memory.height()).put("round", memory.round());
    json.put("locked_round", memory.lockedRound()).put("locked", text(memory.locked()));
    json.put("valid_round", memory.validRound()).put("valid", text(memory.valid()));
    putVotes(json, memory.validProof());
    ArrayNode statements = json.putArray("statements");
    memory
        .statements()
        .forEach(s -> statements.addRawValue(new RawValue(values.writeBlockStatement(s))));
  }

  private static @Nullable String text(@Nullable Hash256 hash) {
    return hash == null ? null : hash.toString();
  }

  private void putVotes(ObjectNode json, List<SignedBlockVote> votes) {
    ArrayNode array = json.putArray("votes");
    votes.forEach(vote -> array.addRawValue(new RawValue(values.writeBlockVote(vote))));
  }

  JournalRecord read(JsonNode json) throws ProtocolException {
    return switch (json.path("record").asText()) {
      case "candidate" ->
          new JournalRecord.KeptCandidate(values.readCandidate(json.path("candidate").toString()));
      case "proposal" ->
          new JournalRecord.OwnProposal(values.readProposal(json.path("proposal").toString()));
      case "block_memory" -> new JournalRecord.BlockMemory(memory(json));
      case "decided" ->
          new JournalRecord.Decided(
              values.readDecided(json.path("decided").toString()),
              transactions(json),
              json.path("at_ms").asLong());
      default -> {
        List<SignedBlockVote> votes = votes(json);
        yield new JournalRecord.BlockProof(
            new BlockEquivocation(votes.getFirst(), votes.getLast()));
      }
    };
  }

  private AgreementMemory memory(JsonNode json) throws ProtocolException {
    List<BlockStatement> statements = new ArrayList<>();
    for (JsonNode statement : json.path("statements")) {
      statements.add(values.readBlockStatement(statement.toString()));
    }
    return new AgreementMemory(
        json.path("height").asLong(),
        json.path("round").asInt(),
        json.path("locked_round").asInt(),
        hash(json.path("locked")),
        json.path("valid_round").asInt(),
        hash(json.path("valid")),
        votes(json),
        statements);
  }

  private static @Nullable Hash256 hash(JsonNode json) {
    return json.isTextual() ? Hash256.parse(json.asText()) : null;
  }

  private List<Transaction> transactions(JsonNode json) throws ProtocolException {
    List<Transaction> transactions = new ArrayList<>();
    for (JsonNode transaction : json.path("transactions")) {
      transactions.add(values.readTransaction(transaction.toString()));
    }
    return transactions;
  }

  private List<SignedBlockVote> votes(JsonNode json) throws ProtocolException {
    List<SignedBlockVote> votes = new ArrayList<>();
    for (JsonNode vote : json.path("votes")) {
      votes.add(values.readBlockVote(vote.toString()));
    }
    return votes;
  }
}
