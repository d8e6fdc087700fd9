package io.timecoin.node.protocol;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.protocol.json.BlockShapes;
import io.timecoin.node.protocol.json.HealthShapes;
import io.timecoin.node.protocol.json.JsonCodec;
import io.timecoin.node.protocol.json.JsonDocument;
import io.timecoin.node.protocol.json.Messages;
import io.timecoin.node.protocol.json.StateShapes;
import io.timecoin.node.protocol.json.TransactionShapes;
import io.timecoin.node.protocol.json.ValueShapes;
import io.timecoin.node.protocol.json.VoteShapes;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoState;
import java.nio.charset.StandardCharsets;

/**
 * Messages and values as the JSON of the wire. Stateless and safe on any thread. Reading refuses
 * whatever is not exactly a message or value: see {@link ErrorCode} for what is answered.
 */
public final class MessageCodec {
  /** The codec; any number of them are the same. */
  public MessageCodec() {}

  /**
   * UTF-8 JSON, {@code type} first.
   *
   * @throws IllegalArgumentException for {@link NetworkMessage.Unknown}, which cannot be sent
   */
  public byte[] encode(NetworkMessage message) {
    return Messages.write(message);
  }

  /** The text of {@link #encode}. */
  public String encodeText(NetworkMessage message) {
    return new String(encode(message), StandardCharsets.UTF_8);
  }

  /**
   * Reads one message; a type that this version does not know gives {@link NetworkMessage.Unknown}.
   *
   * @throws ProtocolException with what to answer, {@code request_id} included if it was readable
   */
  public NetworkMessage decode(byte[] utf8) throws ProtocolException {
    return Messages.read(utf8);
  }

  /** Reads one message from text; see {@link #decode(byte[])}. */
  public NetworkMessage decode(String text) throws ProtocolException {
    return Messages.read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a transaction alone, in our form or the Rust reference's. Checks the form rules. */
  public Transaction readTransaction(String json) throws ProtocolException {
    return JsonDocument.read(TransactionShapes.TRANSACTION, json);
  }

  /** The transaction as in a broadcast. */
  public String writeTransaction(Transaction transaction) {
    return text(TransactionShapes.TRANSACTION, transaction);
  }

  /** Reads a state alone: {@code "Unspent"} or {@code {"Locked":{…}}}. */
  public UtxoState readState(String json) throws ProtocolException {
    return JsonDocument.read(StateShapes.STATE, json);
  }

  /** The state as in a response. */
  public String writeState(UtxoState state) {
    return text(StateShapes.STATE, state);
  }

  /** The verdict as {@code /readyz} gives it: {@code {"ready","verdict","reasons"}}. */
  public String writeHealth(Health health) {
    return text(HealthShapes.HEALTH, health);
  }

  /** Reads {@code {"txid","vout"}}, or the same two as an array. */
  public OutPoint readOutPoint(String json) throws ProtocolException {
    return JsonDocument.read(ValueShapes.OUT_POINT, json);
  }

  /** {@code {"txid","vout"}}. */
  public String writeOutPoint(OutPoint outPoint) {
    return text(ValueShapes.OUT_POINT, outPoint);
  }

  /** Reads one vote as in {@code InstantFinalityVote}. */
  public SignedVote readVote(String json) throws ProtocolException {
    return JsonDocument.read(VoteShapes.VOTE, json);
  }

  /** The vote as in {@code InstantFinalityVote}. */
  public String writeVote(SignedVote vote) {
    return text(VoteShapes.VOTE, vote);
  }

  /**
   * Reads a certificate file: the {@code FinalityCertificate} message, which also names the genesis
   * file it belongs to. Proves nothing until it is verified.
   *
   * @throws ProtocolException also if the text is another message
   */
  public NetworkMessage.FinalityCertificate readCertificate(String json) throws ProtocolException {
    if (decode(json) instanceof NetworkMessage.FinalityCertificate certificate) {
      return certificate;
    }
    throw new ProtocolException(ErrorCode.MALFORMED, "this is no FinalityCertificate", null);
  }

  /** Reads a decided block, as in {@code Blocks}. */
  public DecidedBlock readDecided(String json) throws ProtocolException {
    return JsonDocument.read(BlockShapes.DECIDED, json);
  }

  /** The decided block as in {@code Blocks}. */
  public String writeDecided(DecidedBlock decided) {
    return text(BlockShapes.DECIDED, decided);
  }

  /** Reads a candidate, as in {@code BlockProposal}. */
  public Candidate readCandidate(String json) throws ProtocolException {
    return JsonDocument.read(BlockShapes.CANDIDATE, json);
  }

  /** The candidate as in {@code BlockProposal}. */
  public String writeCandidate(Candidate candidate) {
    return text(BlockShapes.CANDIDATE, candidate);
  }

  /** Reads a proposal, as in {@code BlockProposal}. */
  public Proposal readProposal(String json) throws ProtocolException {
    return JsonDocument.read(BlockShapes.PROPOSAL, json);
  }

  /** The proposal as in {@code BlockProposal}. */
  public String writeProposal(Proposal proposal) {
    return text(BlockShapes.PROPOSAL, proposal);
  }

  /** Reads one vote as in {@code BlockVote}. */
  public SignedBlockVote readBlockVote(String json) throws ProtocolException {
    return JsonDocument.read(BlockShapes.VOTE, json);
  }

  /** The vote as in {@code BlockVote}. */
  public String writeBlockVote(SignedBlockVote vote) {
    return text(BlockShapes.VOTE, vote);
  }

  /** Reads what a block vote says, without voter and signature. */
  public BlockStatement readBlockStatement(String json) throws ProtocolException {
    return JsonDocument.read(BlockShapes.STATEMENT, json);
  }

  /** What a block vote says, without voter and signature. */
  public String writeBlockStatement(BlockStatement statement) {
    return text(BlockShapes.STATEMENT, statement);
  }

  private static <T> String text(JsonCodec<T> codec, T value) {
    return new String(JsonDocument.write(codec, value), StandardCharsets.UTF_8);
  }
}
