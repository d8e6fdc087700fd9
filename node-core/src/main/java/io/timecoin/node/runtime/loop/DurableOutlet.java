package io.timecoin.node.runtime.loop;

import io.timecoin.node.engine.Action;
import io.timecoin.node.engine.Cut;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.engine.Turn;
import io.timecoin.node.engine.health.Conditions.DiskFault;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * First the disk, then the sockets. While the disk refuses, everything that depends on it is held
 * back in order and tried again; answers that promise nothing still leave. One thread.
 */
public final class DurableOutlet {
  /** Past this no event is taken until the disk works again. */
  static final int HELD_MAX = 100_000;

  private static final long RETRY_MS = 250;
  private static final Logger LOG = LoggerFactory.getLogger(DurableOutlet.class);

  private final Effects effects;
  private final List<JournalRecord> heldRecords = new ArrayList<>();
  private final List<Action> heldSends = new ArrayList<>();
  private @Nullable DiskFault fault;
  private boolean failing;
  private long retryAtMs;

  /** Holds nothing back yet. */
  public DurableOutlet(Effects effects) {
    this.effects = effects;
  }

  /**
   * Makes the turn durable and performs it; what the engine must hear if the disk did not do all of
   * it.
   */
  public List<EngineEvent> turn(Turn.Result result, long nowMs) {
    if (!failing) {
      try {
        effects.append(result.records());
        result.sends().forEach(effects::perform);
        return result.cut().flatMap(this::settle).stream().toList();
      } catch (StoreException e) {
        LOG.error(
            "{}; this node does not vote until it can write again. {}", e.getMessage(), e.remedy());
        hold(result);
        failing = true;
        fault = new DiskFault(String.valueOf(e.getMessage()), e.remedy());
        retryAtMs = nowMs + RETRY_MS;
        EngineEvent undurable = new EngineEvent.DurabilityChanged(false);
        return result.cut().isEmpty()
            ? List.of(undurable)
            : List.of(undurable, new EngineEvent.SettlingFailed());
      }
    }
    hold(result);
    return List.of();
  }

  /** A cut that the disk refuses costs nothing: another one is made later. */
  private Optional<EngineEvent> settle(Cut cut) {
    try {
      effects.settle(cut);
      return Optional.empty();
    } catch (StoreException e) {
      LOG.error("cannot settle block {}: {}. {}", cut.height(), e.getMessage(), e.remedy());
      return Optional.of(new EngineEvent.SettlingFailed());
    }
  }

  private void hold(Turn.Result result) {
    heldRecords.addAll(result.records());
    for (Action send : result.sends()) {
      if (promisesNothing(send)) {
        effects.perform(send);
      } else {
        heldSends.add(send);
      }
    }
  }

  private static boolean promisesNothing(Action action) {
    return switch (action) {
      case Action.Alarm _, Action.Misbehaved _, Action.Join _ -> true;
      case Action.ToClient(_, NetworkMessage message) ->
          message instanceof NetworkMessage.NodeStatus
              || message instanceof NetworkMessage.Error
              || message instanceof NetworkMessage.UtxoStateResponse
              || message instanceof NetworkMessage.Blocks;
      case Action.ToPeer _,
          Action.ToAllPeers _,
          Action.Persist _,
          Action.CastVote _,
          Action.CastBlockVote _,
          Action.SignProposal _,
          Action.Claim _ ->
          false;
    };
  }

  /** Tries again what is held, when it is time; what the engine must hear if it worked. */
  public Optional<EngineEvent> retry(long nowMs) {
    if (!failing || nowMs < retryAtMs) {
      return Optional.empty();
    }
    try {
      effects.append(heldRecords);
    } catch (StoreException e) {
      LOG.debug("still failing: {}", e.getMessage());
      fault = new DiskFault(String.valueOf(e.getMessage()), e.remedy());
      retryAtMs = nowMs + RETRY_MS;
      return Optional.empty();
    }
    LOG.info("writing works again; {} records held back are on disk", heldRecords.size());
    failing = false;
    fault = null;
    heldSends.forEach(effects::perform);
    heldRecords.clear();
    heldSends.clear();
    return Optional.of(new EngineEvent.DurabilityChanged(true));
  }

  /** Why the disk refuses, or null while it does not. */
  @Nullable DiskFault fault() {
    return fault;
  }

  /** Whether more may be held. */
  boolean hasRoom() {
    return heldSends.size() < HELD_MAX && heldRecords.size() < HELD_MAX;
  }

  /** Records that never became durable, and so were never acknowledged. */
  int lost() {
    return heldRecords.size();
  }
}
