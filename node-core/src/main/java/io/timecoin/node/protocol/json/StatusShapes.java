package io.timecoin.node.protocol.json;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage.NodeStatus;
import io.timecoin.node.protocol.Reason;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.protocol.StatusReport.Chain;
import io.timecoin.node.protocol.StatusReport.Join;
import io.timecoin.node.protocol.StatusReport.Latency;
import io.timecoin.node.protocol.StatusReport.Participation;
import io.timecoin.node.protocol.StatusReport.Verdict;
import io.timecoin.node.protocol.StatusReport.Waiting;
import io.timecoin.node.protocol.WaitingReason;
import java.util.List;
import java.util.function.Function;

/** The JSON of a node's status: the report's fields stand flat in the message. */
final class StatusShapes {
  static final ObjectCodec<NodeStatus> NODE_STATUS = nodeStatus();

  private StatusShapes() {}

  private static JsonCodec<Latency> latency() {
    ObjectCodec.Builder<Latency> o = ObjectCodec.of();
    Field<Latency, Integer> count = o.required("count", JsonNumbers.COUNT, Latency::count);
    Field<Latency, Double> p50 = o.nullable("p50_ms", JsonNumbers.DOUBLE, Latency::p50Ms);
    Field<Latency, Double> p95 = o.nullable("p95_ms", JsonNumbers.DOUBLE, Latency::p95Ms);
    Field<Latency, Double> p99 = o.nullable("p99_ms", JsonNumbers.DOUBLE, Latency::p99Ms);
    return o.build(v -> new Latency(v.get(count), v.find(p50), v.find(p95), v.find(p99)));
  }

  private static JsonCodec<Participation> participation() {
    ObjectCodec.Builder<Participation> o = ObjectCodec.of();
    Field<Participation, PublicKey> key =
        o.required("public_key", ValueShapes.PUBLIC_KEY, Participation::publicKey);
    Field<Participation, String> name = o.required("name", ValueShapes.NAME, Participation::name);
    Field<Participation, Boolean> online =
        o.required("online", JsonNumbers.BOOLEAN, Participation::online);
    Field<Participation, Long> prepares =
        o.required("prepares", JsonNumbers.NON_NEGATIVE, Participation::prepares);
    Field<Participation, Long> commits =
        o.required("commits", JsonNumbers.NON_NEGATIVE, Participation::commits);
    Field<Participation, Long> lastVote =
        o.nullable("last_vote_ms", JsonNumbers.LONG, Participation::lastVoteMs);
    Field<Participation, Double> latency =
        o.nullable("latency_ms", JsonNumbers.DOUBLE, Participation::latencyMs);
    return o.build(
        v ->
            new Participation(
                v.get(key),
                v.get(name),
                v.get(online),
                v.get(prepares),
                v.get(commits),
                v.find(lastVote),
                v.find(latency)));
  }

  private static JsonCodec<Waiting> waiting() {
    ObjectCodec.Builder<Waiting> o = ObjectCodec.of();
    Field<Waiting, Txid> txid = o.required("txid", ValueShapes.TXID, Waiting::txid);
    Field<Waiting, Long> age = o.required("age_ms", JsonNumbers.LONG, Waiting::ageMs);
    Field<Waiting, WaitingReason> reason =
        o.required("reason", LookupMessages.WAITING_REASON, Waiting::reason);
    return o.build(v -> new Waiting(v.get(txid), v.get(age), v.get(reason)));
  }

  private static JsonCodec<Chain> chain() {
    ObjectCodec.Builder<Chain> o = ObjectCodec.of();
    Field<Chain, Hash256> hash = o.required("hash", ValueShapes.HASH, Chain::hash);
    Field<Chain, Hash256> stateHash = o.required("state_hash", ValueShapes.HASH, Chain::stateHash);
    Field<Chain, Long> timestamp =
        o.required("timestamp_ms", JsonNumbers.NON_NEGATIVE, Chain::timestampMs);
    Field<Chain, Integer> round = o.nullable("round", JsonNumbers.COUNT, Chain::round);
    Field<Chain, Long> unconfirmed =
        o.required("unconfirmed", JsonNumbers.NON_NEGATIVE, Chain::unconfirmed);
    Field<Chain, Long> target = o.required("target", JsonNumbers.NON_NEGATIVE, Chain::target);
    Field<Chain, Join> join = o.optional("join", join(), Chain::join);
    return o.build(
        v ->
            new Chain(
                v.get(hash),
                v.get(stateHash),
                v.get(timestamp),
                v.find(round),
                v.get(unconfirmed),
                v.get(target),
                v.find(join)));
  }

  private static JsonCodec<Join> join() {
    ObjectCodec.Builder<Join> o = ObjectCodec.of();
    Field<Join, Integer> parts = o.required("parts", JsonNumbers.COUNT, Join::parts);
    Field<Join, Integer> of = o.required("of", JsonNumbers.COUNT, Join::of);
    return o.build(v -> new Join(v.get(parts), v.get(of)));
  }

  /** Longer than a method should be: one statement a field of the report. */
  private static ObjectCodec<NodeStatus> nodeStatus() {
    ReportTable o = new ReportTable(ObjectCodec.of());
    Field<NodeStatus, Network> network =
        o.add("network", ValueShapes.NETWORK, StatusReport::network);
    Field<NodeStatus, Hash256> genesisHash =
        o.add("genesis_hash", ValueShapes.HASH, StatusReport::genesisHash);
    Field<NodeStatus, Amount> minFee = o.add("min_fee", ValueShapes.AMOUNT, StatusReport::minFee);
    Field<NodeStatus, Long> height =
        o.add("height", JsonNumbers.NON_NEGATIVE, StatusReport::height);
    Field<NodeStatus, String> version = o.add("version", ValueShapes.NAME, StatusReport::version);
    Field<NodeStatus, PublicKey> publicKey =
        o.add("public_key", ValueShapes.PUBLIC_KEY, StatusReport::publicKey);
    Field<NodeStatus, Long> uptimeMs =
        o.add("uptime_ms", JsonNumbers.NON_NEGATIVE, StatusReport::uptimeMs);
    Field<NodeStatus, Integer> peers = o.add("peers", JsonNumbers.COUNT, StatusReport::peers);
    Field<NodeStatus, Integer> masternodesOnline =
        o.add("masternodes_online", JsonNumbers.COUNT, StatusReport::masternodesOnline);
    Field<NodeStatus, Integer> masternodes =
        o.add("masternodes", JsonNumbers.COUNT, StatusReport::masternodes);
    Field<NodeStatus, Integer> quorum = o.add("quorum", JsonNumbers.COUNT, StatusReport::quorum);
    Field<NodeStatus, Integer> pending = o.add("pending", JsonNumbers.COUNT, StatusReport::pending);
    Field<NodeStatus, Integer> waiting = o.add("waiting", JsonNumbers.COUNT, StatusReport::waiting);
    Field<NodeStatus, Long> finalized =
        o.add("finalized", JsonNumbers.NON_NEGATIVE, StatusReport::finalized);
    Field<NodeStatus, Long> utxos = o.add("utxos", JsonNumbers.NON_NEGATIVE, StatusReport::utxos);
    Field<NodeStatus, Integer> subscriptions =
        o.add("subscriptions", JsonNumbers.COUNT, StatusReport::subscriptions);
    Field<NodeStatus, Integer> equivocations =
        o.add("equivocations", JsonNumbers.COUNT, StatusReport::equivocations);
    Field<NodeStatus, Verdict> verdict =
        o.add("verdict", HealthShapes.VERDICT, StatusReport::verdict);
    Field<NodeStatus, List<Reason>> reasons =
        o.add("reasons", HealthShapes.REASONS, StatusReport::reasons);
    Field<NodeStatus, Latency> finality = o.add("finality", latency(), StatusReport::finality);
    Field<NodeStatus, List<Participation>> participation =
        o.add(
            "participation",
            JsonLists.list(participation(), FrameLimits.MASTERNODES_MAX),
            StatusReport::participation);
    Field<NodeStatus, Chain> chain = o.add("chain", chain(), StatusReport::chain);
    Field<NodeStatus, List<Waiting>> waitingFor =
        o.add(
            "waiting_for",
            JsonLists.list(waiting(), FrameLimits.STATUS_ENTRIES_MAX),
            StatusReport::waitingFor);
    Field<NodeStatus, String> requestId = ValueShapes.requestId(o.table(), NodeStatus::requestId);
    return o.table()
        .build(
            v ->
                new NodeStatus(
                    new StatusReport(
                        v.get(network),
                        v.get(genesisHash),
                        v.get(minFee),
                        v.get(height),
                        v.get(version),
                        v.get(publicKey),
                        v.get(uptimeMs),
                        v.get(peers),
                        v.get(masternodesOnline),
                        v.get(masternodes),
                        v.get(quorum),
                        v.get(pending),
                        v.get(waiting),
                        v.get(finalized),
                        v.get(utxos),
                        v.get(subscriptions),
                        v.get(equivocations),
                        v.get(verdict),
                        v.get(reasons),
                        v.get(finality),
                        v.get(participation),
                        v.get(chain),
                        v.get(waitingFor)),
                    v.find(requestId)));
  }

  /** Reaches through the message to its report. */
  private record ReportTable(ObjectCodec.Builder<NodeStatus> table) {
    <V> Field<NodeStatus, V> add(
        String name, JsonCodec<V> codec, Function<StatusReport, V> getter) {
      return table.required(name, codec, message -> getter.apply(message.report()));
    }
  }
}
