package io.timecoin.app.main;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.transaction.ProofPort;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes transactions and certificates; files where somebody says.
 *
 * @param genesisHash of the network, for certificate files
 */
record Proofs(MessageCodec codec, Supplier<Hash256> genesisHash, Exports exports)
    implements ProofPort {

  private static final JsonMapper MAPPER = new JsonMapper();

  @Override
  public String json(Transaction transaction) {
    return indented(codec.writeTransaction(transaction));
  }

  @Override
  public String json(VoteCertificate.Finality certificate) {
    return indented(
        codec.encodeText(
            new NetworkMessage.FinalityCertificate(certificate, genesisHash.get(), null)));
  }

  @Override
  public void export(String suggestedName, String text, Consumer<Exported> done) {
    exports.text(suggestedName, text + "\n", done);
  }

  private static String indented(String json) {
    try {
      return MAPPER.readTree(json).toPrettyString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the codec wrote what is no JSON", e);
    }
  }
}
