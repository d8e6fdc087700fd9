package io.timecoin.node.protocol;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.Ed25519;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.utxo.UtxoState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Signs state notifications between masternodes, whose {@code originator} is the signer's public
 * key in hex. The signature says who claims, the certificate whether it is so. Source:
 * specification, Notification Authentication; protocol.md 6.
 */
public final class NotificationSignature {
  private static final byte[] DOMAIN = "TIME-NOTIFY-v1".getBytes(StandardCharsets.US_ASCII);
  private static final Txid NOBODY = new Txid(0, 0, 0, 0);

  private NotificationSignature() {}

  /**
   * Signs a change whose originator is the key's public half.
   *
   * @throws IllegalArgumentException if the originator is another
   */
  public static Signature sign(SigningKey key, Hash256 genesisHash, StateChange change) {
    if (!change.originator().equals(key.publicKey().toString())) {
      throw new IllegalArgumentException("a node signs its own notifications only");
    }
    return key.sign(message(genesisHash, change, key.publicKey()));
  }

  /** Whether the originator signed the change; false if it is no public key. */
  public static boolean verify(Hash256 genesisHash, StateChange change, Signature signature) {
    try {
      PublicKey originator = PublicKey.parse(change.originator());
      return Ed25519.verify(originator, message(genesisHash, change, originator), signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * {@code "TIME-NOTIFY-v1" · genesis_hash (32) · txid (32) · vout u32 · old state · new state ·
   * timestamp_ms i64 · originator (32)}, big-endian; a state is its place in the specification's
   * order (1 byte, Unspent 0) and its transaction (32 bytes, zeros for Unspent).
   */
  private static byte[] message(Hash256 genesisHash, StateChange change, PublicKey originator) {
    ByteBuffer buffer =
        ByteBuffer.allocate(DOMAIN.length + 32 + 36 + 2 * (1 + Txid.BYTES) + 8 + PublicKey.BYTES);
    buffer.put(DOMAIN).put(genesisHash.toBytes());
    buffer.put(change.outpoint().txid().toBytes()).putInt(change.outpoint().vout());
    putState(buffer, change.oldState());
    putState(buffer, change.newState());
    return buffer.putLong(change.timestampMs()).put(originator.toBytes()).array();
  }

  private static void putState(ByteBuffer buffer, UtxoState state) {
    switch (state) {
      case UtxoState.Unspent _ -> putState(buffer, 0, NOBODY);
      case UtxoState.Locked s -> putState(buffer, 1, s.txid());
      case UtxoState.SpentPending s -> putState(buffer, 2, s.txid());
      case UtxoState.SpentFinalized s -> putState(buffer, 3, s.txid());
      case UtxoState.Confirmed s -> putState(buffer, 4, s.txid());
    }
  }

  private static void putState(ByteBuffer buffer, int place, Txid txid) {
    buffer.put((byte) place).put(txid.toBytes());
  }
}
