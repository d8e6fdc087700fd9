package io.timecoin.node.protocol.json;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.FinalityCertificate;
import io.timecoin.node.protocol.NetworkMessage.GetPeers;
import io.timecoin.node.protocol.NetworkMessage.Handshake;
import io.timecoin.node.protocol.NetworkMessage.HandshakeAck;
import io.timecoin.node.protocol.NetworkMessage.InstantFinalityVote;
import io.timecoin.node.protocol.NetworkMessage.Peers;
import io.timecoin.node.protocol.NetworkMessage.Ping;
import io.timecoin.node.protocol.NetworkMessage.Pong;
import java.util.List;
import java.util.Map;

/** Tables of what masternodes say to each other. */
final class PeerMessages {
  private static final JsonCodec<String> HOST_PORT =
      JsonTexts.text(1, FrameLimits.HOST_PORT_CHARS_MAX);

  static final Map<Class<? extends NetworkMessage>, ObjectCodec<? extends NetworkMessage>> TABLES =
      Map.of(
          Handshake.class, handshake(),
          HandshakeAck.class, handshakeAck(),
          Ping.class, ping(),
          Pong.class, pong(),
          GetPeers.class, ObjectCodec.<GetPeers>of().build(_ -> new GetPeers()),
          Peers.class, peers(),
          InstantFinalityVote.class, vote(),
          FinalityCertificate.class, certificate());

  private PeerMessages() {}

  private static ObjectCodec<Handshake> handshake() {
    ObjectCodec.Builder<Handshake> o = ObjectCodec.of();
    Field<Handshake, Integer> version =
        o.required("protocol_version", JsonNumbers.COUNT, Handshake::protocolVersion);
    Field<Handshake, Network> network =
        o.required(
            "network", ValueShapes.NETWORK.refusedAs(ErrorCode.WRONG_NETWORK), Handshake::network);
    Field<Handshake, Hash256> genesis =
        o.required("genesis_hash", ValueShapes.HASH, Handshake::genesisHash);
    Field<Handshake, PublicKey> key =
        o.required("public_key", ValueShapes.PUBLIC_KEY, Handshake::publicKey);
    Field<Handshake, String> listen =
        o.optional("listen_address", HOST_PORT, Handshake::listenAddress);
    Field<Handshake, Long> time = o.required("time_ms", JsonNumbers.LONG, Handshake::timeMs);
    Field<Handshake, List<String>> capabilities =
        o.required(
            "capabilities",
            JsonLists.list(ValueShapes.NAME, FrameLimits.CAPABILITIES_MAX),
            Handshake::capabilities);
    Field<Handshake, Hash256> nonce = o.required("nonce", ValueShapes.HASH, Handshake::nonce);
    return o.build(
        v ->
            new Handshake(
                v.get(version),
                v.get(network),
                v.get(genesis),
                v.get(key),
                v.find(listen),
                v.get(time),
                v.get(capabilities),
                v.get(nonce)));
  }

  private static ObjectCodec<HandshakeAck> handshakeAck() {
    ObjectCodec.Builder<HandshakeAck> o = ObjectCodec.of();
    Field<HandshakeAck, Signature> signature =
        o.required("signature", ValueShapes.SIGNATURE, HandshakeAck::signature);
    return o.build(v -> new HandshakeAck(v.get(signature)));
  }

  private static ObjectCodec<Ping> ping() {
    ObjectCodec.Builder<Ping> o = ObjectCodec.of();
    Field<Ping, Long> nonce = o.required("nonce", JsonNumbers.LONG, Ping::nonce);
    return o.build(v -> new Ping(v.get(nonce)));
  }

  private static ObjectCodec<Pong> pong() {
    ObjectCodec.Builder<Pong> o = ObjectCodec.of();
    Field<Pong, Long> nonce = o.required("nonce", JsonNumbers.LONG, Pong::nonce);
    return o.build(v -> new Pong(v.get(nonce)));
  }

  private static ObjectCodec<Peers> peers() {
    ObjectCodec.Builder<Peers> o = ObjectCodec.of();
    Field<Peers, List<String>> addresses =
        o.required(
            "addresses",
            JsonLists.list(HOST_PORT, FrameLimits.PEER_ADDRESSES_MAX),
            Peers::addresses);
    return o.build(v -> new Peers(v.get(addresses)));
  }

  private static ObjectCodec<InstantFinalityVote> vote() {
    ObjectCodec.Builder<InstantFinalityVote> o = ObjectCodec.of();
    Field<InstantFinalityVote, List<SignedVote>> votes =
        o.required("votes", VoteShapes.VOTES, InstantFinalityVote::votes);
    Field<InstantFinalityVote, List<Txid>> finalized =
        o.usually(
            "finalized",
            List.of(),
            JsonLists.list(ValueShapes.TXID, FrameLimits.FINALIZED_TXIDS_MAX),
            InstantFinalityVote::finalized);
    return o.build(v -> new InstantFinalityVote(v.get(votes), v.get(finalized)));
  }

  private static ObjectCodec<FinalityCertificate> certificate() {
    ObjectCodec.Builder<FinalityCertificate> o = ObjectCodec.of();
    Field<FinalityCertificate, Hash256> genesis =
        o.required("genesis_hash", ValueShapes.HASH, FinalityCertificate::genesisHash);
    Field<FinalityCertificate, Txid> txid =
        o.required("txid", ValueShapes.TXID, message -> message.certificate().txid());
    Field<FinalityCertificate, List<SignedVote>> votes =
        o.required("votes", VoteShapes.CERTIFICATE_VOTES, message -> message.certificate().votes());
    Field<FinalityCertificate, String> requestId =
        ValueShapes.requestId(o, FinalityCertificate::requestId);
    return o.build(
        v ->
            new FinalityCertificate(
                new VoteCertificate.Finality(v.get(txid), v.get(votes)),
                v.get(genesis),
                v.find(requestId)));
  }
}
