package io.timecoin.node.store.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.ledger.SettledTransaction;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.ProtocolException;
import io.timecoin.node.tx.Transaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Transactions and blocks as JSON: their parts have the form they have on the wire, so that there
 * is one reading of them. The database compresses it.
 */
final class TransactionValues {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final MessageCodec codec = new MessageCodec();

  byte[] encode(SettledTransaction settled) {
    ObjectNode json = MAPPER.createObjectNode();
    json.putRawValue("transaction", new RawValue(codec.writeTransaction(settled.transaction())));
    VoteCertificate.Finality certificate = settled.certificate();
    if (certificate != null) {
      ArrayNode votes = json.putArray("votes");
      certificate.votes().forEach(v -> votes.addRawValue(new RawValue(codec.writeVote(v))));
    }
    json.put("at_ms", settled.atMs()).put("height", settled.blockHeight());
    ArrayNode addresses = json.putArray("addresses");
    settled.addresses().forEach(address -> addresses.add(address.toString()));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  SettledTransaction decode(Txid txid, byte[] value) {
    try {
      JsonNode json = MAPPER.readTree(value);
      Transaction transaction = codec.readTransaction(json.path("transaction").toString());
      List<SignedVote> votes = new ArrayList<>();
      for (JsonNode vote : json.path("votes")) {
        votes.add(codec.readVote(vote.toString()));
      }
      Set<Address> addresses = new LinkedHashSet<>();
      json.path("addresses").forEach(a -> addresses.add(Address.parse(a.asText())));
      return new SettledTransaction(
          transaction,
          votes.isEmpty() ? null : new VoteCertificate.Finality(txid, votes),
          json.path("at_ms").asLong(),
          json.path("height").asLong(),
          addresses);
    } catch (IOException | ProtocolException | IllegalArgumentException e) {
      throw new ArchiveFailure("the archive's record of transaction " + txid + " is damaged", e);
    }
  }

  byte[] encode(DecidedBlock decided) {
    return codec.writeDecided(decided).getBytes(StandardCharsets.UTF_8);
  }

  DecidedBlock decodeBlock(long height, byte[] value) {
    try {
      return codec.readDecided(new String(value, StandardCharsets.UTF_8));
    } catch (ProtocolException | IllegalArgumentException e) {
      throw new ArchiveFailure("the archive's record of block " + height + " is damaged", e);
    }
  }
}
