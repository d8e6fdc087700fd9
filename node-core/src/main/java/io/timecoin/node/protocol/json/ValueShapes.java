package io.timecoin.node.protocol.json;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.FrameLimits;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The JSON of single values. */
public final class ValueShapes {
  /** 64 hex characters. */
  public static final JsonCodec<Txid> TXID = JsonTexts.parsed(Txid::parse);

  /** 64 hex characters. */
  public static final JsonCodec<Hash256> HASH = JsonTexts.parsed(Hash256::parse);

  /** 64 hex characters, or 32 byte numbers. */
  public static final JsonCodec<PublicKey> PUBLIC_KEY =
      JsonBytes.of("public key", PublicKey.BYTES, PublicKey::parse, PublicKey::of);

  /** 128 hex characters, or 64 byte numbers. */
  public static final JsonCodec<Signature> SIGNATURE =
      JsonBytes.of("signature", Signature.BYTES, Signature::parse, Signature::of);

  /** The address's text. */
  public static final JsonCodec<Address> ADDRESS = JsonTexts.parsed(Address::parse);

  /** Units as an integer. */
  public static final JsonCodec<Amount> AMOUNT =
      JsonNumbers.NON_NEGATIVE.map(Amount::ofUnits, Amount::units);

  /** {@code mainnet}, {@code testnet}, {@code devnet}. */
  public static final JsonCodec<Network> NETWORK =
      JsonTexts.named(Arrays.asList(Network.values()), Network::wireName);

  /** {@code {"txid","vout"}}: the form of answers. */
  public static final JsonCodec<OutPoint> OUT_POINT = outPoint();

  /** {@code "txid:vout"}: the form of requests. */
  static final JsonCodec<OutPoint> ASKED_OUT_POINT =
      JsonTexts.quoted(OutPoint::parse).refusedAs(ErrorCode.INVALID_OUTPOINT);

  /** An address in a request. */
  static final JsonCodec<Address> ASKED_ADDRESS =
      JsonTexts.quoted(Address::parse).refusedAs(ErrorCode.INVALID_ADDRESS);

  /** A short text that names something. */
  public static final JsonCodec<String> NAME = JsonTexts.text(1, FrameLimits.NAME_CHARS_MAX);

  /** A text for people. */
  public static final JsonCodec<String> SENTENCE =
      JsonTexts.text(0, FrameLimits.SENTENCE_CHARS_MAX);

  /** Name of the field that an answer repeats from its request. */
  static final String REQUEST_ID = "request_id";

  private ValueShapes() {}

  /** The optional {@code request_id} of a request or an answer. */
  static <M> Field<M, String> requestId(
      ObjectCodec.Builder<M> table, Function<M, @Nullable String> getter) {
    return table.optional(REQUEST_ID, ValueShapes.NAME, getter);
  }

  private static JsonCodec<OutPoint> outPoint() {
    ObjectCodec.Builder<OutPoint> o = ObjectCodec.of();
    Field<OutPoint, Txid> txid = o.required("txid", TXID, OutPoint::txid);
    Field<OutPoint, Integer> vout = o.required("vout", JsonNumbers.U32, OutPoint::vout);
    return o.alsoAsArray().build(v -> new OutPoint(v.get(txid), v.get(vout)));
  }
}
