package io.timecoin.node.sim;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.Action;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a network of a given size costs when nothing fails: masternodes in six regions of the world,
 * payments one after the other. Virtual time: a figure of the protocol, not of this machine.
 */
public final class ScaleRun {
  private static final long WARM_UP_MS = 3_000;
  private static final long GAP_MS = 1_000;
  private static final int SLICE_MS = 100;

  /**
   * Figures of one size.
   *
   * @param p50Ms from sending a payment to the certificate at the node it was sent to
   * @param p99Ms the same
   * @param everywhereMs median until the last node holds the certificate
   * @param messages that masternodes send each other for one payment, blocks not counted
   * @param bytes of them, without frames and encryption
   * @param votesANode that one node receives for one payment and has to verify
   * @param bytesANode that one node sends for one payment
   * @param cpuMsANode of verifying those votes at the cost stated
   */
  public record Figures(
      int nodes,
      int payments,
      double p50Ms,
      double p99Ms,
      double everywhereMs,
      double messages,
      double bytes,
      double votesANode,
      double bytesANode,
      double cpuMsANode) {}

  private final SimWorld world;
  private final SimWallet wallet;
  private final Meter meter = new Meter();
  private final List<OutPoint> coins;
  private final Map<Txid, Long> sentMicros = new HashMap<>();

  /** Sees when each node holds a certificate, and what leaves. */
  private final class Meter implements Witness {
    private final Map<Txid, List<Long>> finalMicros = new HashMap<>();
    private final Map<Txid, Long> firstHand = new HashMap<>();
    private long messages;
    private long bytes;
    private long votes;

    /** Size of the last broadcast: one message goes to many. */
    private @Nullable NetworkMessage last;

    private int lastBytes;

    @Override
    public void persisted(SimNode node, List<JournalRecord> records) {
      for (JournalRecord record : records) {
        if (record instanceof JournalRecord.Finalized done) {
          Txid txid = done.certificate().txid();
          long took = world.clock.elapsedMicros() - sentMicros.getOrDefault(txid, 0L);
          finalMicros.computeIfAbsent(txid, _ -> new ArrayList<>()).add(took);
          if (node.index() == 0) {
            firstHand.put(txid, took);
          }
        }
      }
    }

    @Override
    public void sends(SimNode node, NetworkMessage message) {
      if (message instanceof NetworkMessage.InstantFinalityVote vote) {
        votes += vote.votes().size();
      } else if (!(message instanceof NetworkMessage.TransactionBroadcast)) {
        return;
      }
      if (!message.equals(last)) {
        last = message;
        lastBytes = world.codec.encode(message).length;
      }
      messages++;
      bytes += lastBytes;
    }

    @Override
    public void blames(SimNode node, @Nullable SimPeer peer, Action.Misbehaved action) {
      throw new Breach("node " + node.index() + " blames a peer: " + action.reason());
    }

    @Override
    public void alarms(SimNode node, Action.Alarm alarm) {
      throw new Breach("node " + node.index() + ": " + alarm.message());
    }
  }

  private ScaleRun(int nodes, long seed) {
    SimProfile calm = SimProfile.Name.CALM.of(nodes);
    this.world = SimWorld.watchedBy(meter, seed, calm, new Regions());
    this.wallet = new SimWallet(world, world.honest(0));
    this.coins = new ArrayList<>(world.genesis.coinbase().outPoints());
  }

  /**
   * Runs so many payments in a network of that size.
   *
   * @param verifyMicros what verifying one vote costs a node
   */
  public static Figures of(int nodes, int payments, long seed, double verifyMicros) {
    return new ScaleRun(nodes, seed).measure(payments, verifyMicros);
  }

  private Figures measure(int payments, double verifyMicros) {
    world.clock.run(WARM_UP_MS);
    long messages = meter.messages;
    long bytes = meter.bytes;
    long votes = meter.votes;
    List<Double> own = new ArrayList<>();
    List<Double> last = new ArrayList<>();
    int nodes = world.profile.nodes();
    for (int i = 0; i < payments; i++) {
      Txid txid = pay();
      for (long ms = 0; meter.finalMicros.getOrDefault(txid, List.of()).size() < nodes; ) {
        Breach.unless(ms < SimRun.PEACE_MS, "%s is not final everywhere", txid);
        world.clock.run(SLICE_MS);
        ms += SLICE_MS;
      }
      own.add(meter.firstHand.getOrDefault(txid, 0L) / 1e3);
      last.add(
          meter.finalMicros.getOrDefault(txid, List.of()).stream()
                  .mapToLong(Long::longValue)
                  .max()
                  .orElse(0)
              / 1e3);
      world.clock.run(GAP_MS);
    }
    double share = (double) nodes * payments;
    double votesANode = (meter.votes - votes) / share;
    return new Figures(
        nodes,
        payments,
        percentile(own, 50),
        percentile(own, 99),
        percentile(last, 50),
        (meter.messages - messages) / (double) payments,
        (meter.bytes - bytes) / (double) payments,
        votesANode,
        (meter.bytes - bytes) / share,
        votesANode * verifyMicros / 1e3);
  }

  private Txid pay() {
    Transaction payment = Payments.of(world, coins.removeFirst(), SimWorld.COIN, 0);
    sentMicros.put(payment.txid(), world.clock.elapsedMicros());
    wallet.pay(payment);
    return payment.txid();
  }

  private static double percentile(List<Double> values, int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    int at = (int) Math.ceil(percent / 100.0 * sorted.size()) - 1;
    return sorted.get(Math.max(0, at));
  }
}
