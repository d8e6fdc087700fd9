package io.timecoin.node.runtime;

import io.timecoin.node.engine.Action;
import io.timecoin.node.engine.Cut;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.gateway.WalletGateway;
import io.timecoin.node.metrics.Latencies;
import io.timecoin.node.p2p.PeerManager;
import io.timecoin.node.runtime.intake.RecentFinals;
import io.timecoin.node.runtime.loop.Effects;
import io.timecoin.node.store.Journal;
import io.timecoin.node.store.StoreException;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's hands: its journal, its peers, its wallets. */
final class NodeEffects implements Effects {
  private static final Logger LOG = LoggerFactory.getLogger(NodeEffects.class);

  private final Memory memory;
  private final PeerManager peers;
  private final WalletGateway gateway;
  private final Latencies latencies;
  private final Runnable join;
  private final Consumer<Throwable> whenBroken;
  private long turnNanos = System.nanoTime();

  /** What learns of records: the disk, and who wants to know what became final. */
  record Memory(Journal journal, Settler settler, RecentFinals finals) {}

  NodeEffects(
      Memory memory,
      PeerManager peers,
      WalletGateway gateway,
      Latencies latencies,
      Runnable join,
      Consumer<Throwable> whenBroken) {
    this.memory = memory;
    this.peers = peers;
    this.gateway = gateway;
    this.latencies = latencies;
    this.join = join;
    this.whenBroken = whenBroken;
  }

  @Override
  public void begin() {
    turnNanos = System.nanoTime();
  }

  @Override
  public void append(List<JournalRecord> batch) throws StoreException {
    long begin = System.nanoTime();
    memory.journal().append(batch);
    latencies.durable(batch, System.nanoTime() - begin);
    memory.finals().learn(batch);
  }

  @Override
  public void settle(Cut cut) throws StoreException {
    memory.settler().settle(cut);
  }

  @Override
  public void perform(Action action) {
    switch (action) {
      case Action.ToPeer a -> peers.send(a.peer(), a.message());
      case Action.ToAllPeers a -> peers.sendToAll(a.message());
      case Action.ToClient a -> gateway.send(a.client(), a.message(), turnNanos);
      case Action.Misbehaved a -> peers.misbehaved(a.peer(), a.reason());
      case Action.Join _ -> join.run();
      case Action.Alarm a -> LOG.error("ALARM: {}", a.message());
      case Action.Persist _,
          Action.CastVote _,
          Action.CastBlockVote _,
          Action.SignProposal _,
          Action.Claim _ ->
          throw new IllegalArgumentException("done within the turn: " + action);
    }
  }

  @Override
  public void broken(Throwable bug) {
    whenBroken.accept(bug);
  }
}
