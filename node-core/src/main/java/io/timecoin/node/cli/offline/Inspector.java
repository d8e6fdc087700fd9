package io.timecoin.node.cli.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Hex;
import io.timecoin.node.base.Network;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.ProtocolException;
import io.timecoin.node.tx.Transaction;

/** What a text says by its form alone; the names are those of the command line. */
enum Inspector {
  /** A transaction, in our form or the Rust reference's. */
  TX {
    @Override
    ObjectNode read(String text) throws ProtocolException {
      Transaction transaction = CODEC.readTransaction(text);
      return JsonLine.object()
          .put("ok", true)
          .put("txid", transaction.txid().toString())
          .put("canonical_bytes", Hex.encode(transaction.canonicalBytes()));
    }
  },
  /** An address of any network. */
  ADDRESS {
    @Override
    ObjectNode read(String text) {
      Address address = Address.parse(text);
      return JsonLine.object()
          .put("ok", true)
          .put("address", address.toString())
          .put("network", networkOf(address.version()).wireName())
          .put("hash", Hex.encode(address.hash160()));
    }
  },
  /** A finality certificate. */
  CERTIFICATE {
    @Override
    ObjectNode read(String text) throws ProtocolException {
      VoteCertificate.Finality certificate = CODEC.readCertificate(text).certificate();
      return JsonLine.object()
          .put("ok", true)
          .put("txid", certificate.txid().toString())
          .put("votes", certificate.votes().size());
    }
  };

  private static final MessageCodec CODEC = new MessageCodec();

  /**
   * The result of a text in good form.
   *
   * @throws ProtocolException with the reason, if it is not
   * @throws IllegalArgumentException with the reason, if it is not
   */
  abstract ObjectNode read(String text) throws ProtocolException;

  /** The result of any line. */
  final ObjectNode inspect(Lines.Line line) {
    return switch (line) {
      case Lines.Unreadable unreadable -> refused(unreadable.reason());
      case Lines.Text text -> inspect(text.text());
    };
  }

  private ObjectNode inspect(String text) {
    try {
      return read(text);
    } catch (ProtocolException | IllegalArgumentException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode refused(String reason) {
    return JsonLine.object().put("ok", false).put("error", reason);
  }

  /** Testnet and devnet share one form of address; it is named after the public one. */
  private static Network networkOf(AddressVersion version) {
    return switch (version) {
      case MAIN -> Network.MAINNET;
      case TEST -> Network.TESTNET;
    };
  }
}
