package io.timecoin.node.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.utxo.UtxoState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The texts that the specification and protocol.md show, byte for byte. */
class MessageShapeTest {
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);
  private static final OutPoint OUT_POINT = new OutPoint(Txid.parse(A), 0);
  private static final Address ADDRESS = Address.parse("TIME0mfvix6taqiUBPZkXCJafwousUiqUYfpn4o");

  private final MessageCodec codec = new MessageCodec();

  @Test
  void queryIsAsTheSpecificationShowsIt() throws ProtocolException {
    same(
        "{\"type\":\"UTXOStateQuery\",\"outpoints\":[\"" + A + ":0\",\"" + B + ":2\"]}",
        new NetworkMessage.UtxoStateQuery(
            List.of(OUT_POINT, new OutPoint(Txid.parse(B), 2)), null));
  }

  @Test
  void responseIsAsTheSpecificationShowsIt() throws ProtocolException {
    same(
        ("{'type':'UTXOStateResponse','states':[{'outpoint':{'txid':'" + A)
            + ("','vout':0},'state':'Unspent'},{'outpoint':{'txid':'" + A)
            + ("','vout':1},'state':{'Locked':{'txid':'" + B)
            + "','locked_at':1234567}}}]}",
        new NetworkMessage.UtxoStateResponse(
            List.of(
                new OutPointState(OUT_POINT, UtxoState.UNSPENT),
                new OutPointState(
                    new OutPoint(Txid.parse(A), 1), new UtxoState.Locked(Txid.parse(B), 1234567))),
            null));
  }

  @Test
  void unknownOutPointIsAnsweredWithNull() throws ProtocolException {
    same(
        ("{'type':'UTXOStateResponse','states':[{'outpoint':{'txid':'" + A)
            + "','vout':0},'state':null}],'request_id':'7'}",
        new NetworkMessage.UtxoStateResponse(List.of(new OutPointState(OUT_POINT, null)), "7"));
  }

  @Test
  void subscribeAndUnsubscribe() throws ProtocolException {
    same(
        ("{'type':'UTXOSubscribe','outpoints':['" + A)
            + (":0'],'addresses':['" + ADDRESS)
            + "'],'subscriber_id':'wallet_1'}",
        new NetworkMessage.UtxoSubscribe(List.of(OUT_POINT), List.of(ADDRESS), "wallet_1", null));
    same(
        "{'type':'UTXOUnsubscribe','subscriber_id':'wallet_1'}",
        new NetworkMessage.UtxoUnsubscribe("wallet_1", null));
  }

  @Test
  void confirmationCarriesTheSnapshot() throws ProtocolException {
    same(
        ("{'type':'SubscriptionConfirmed','subscriber_id':'w','first_seq':1,'utxos':[{'outpoint':{"
                + "'txid':'")
            + A
            + ("','vout':0},'state':'Unspent','address':'" + ADDRESS)
            + "','amount':5}],'request_id':'r'}",
        new NetworkMessage.SubscriptionConfirmed(
            "w",
            1,
            List.of(new UtxoSnapshot(OUT_POINT, UtxoState.UNSPENT, ADDRESS, Amount.ofUnits(5))),
            "r"));
  }

  @Test
  void notificationToASubscriber() throws ProtocolException {
    same(
        ("{'type':'UTXOStateNotification','subscriber_id':'w','seq':3,'address':'" + ADDRESS)
            + ("','amount':5,'notification':{'outpoint':{'txid':'" + A)
            + ("','vout':0},'old_state':'Unspent','new_state':{'SpentFinalized':{'txid':'" + B)
            + ("','finalized_at':9,'votes':5}},'timestamp':9,'timestamp_ms':9001,")
            + "'originator':'masternode_1'}}",
        new NetworkMessage.UtxoStateNotification(
            "w",
            3L,
            ADDRESS,
            Amount.ofUnits(5),
            new StateChange(
                OUT_POINT,
                UtxoState.UNSPENT,
                new UtxoState.SpentFinalized(Txid.parse(B), 9, 5),
                9,
                9001,
                "masternode_1"),
            null,
            null));
  }

  @Test
  void acceptedErrorAndPing() throws ProtocolException {
    same(
        "{'type':'TransactionAccepted','txid':'" + A + "','request_id':'q'}",
        new NetworkMessage.TransactionAccepted(Txid.parse(A), "q"));
    same(
        "{'type':'Error','code':'rate_limited','message':'slower','request_id':'q'}",
        new NetworkMessage.Error(ErrorCode.RATE_LIMITED, "slower", "q"));
    same("{'type':'Ping','nonce':-7}", new NetworkMessage.Ping(-7));
    same("{'type':'GetStatus'}", new NetworkMessage.GetStatus(null));
  }

  private void same(String singleQuoted, NetworkMessage message) throws ProtocolException {
    String json = singleQuoted.replace('\'', '"');
    assertThat(codec.encodeText(message)).isEqualTo(json);
    assertThat(codec.decode(json)).isEqualTo(message);
  }
}
