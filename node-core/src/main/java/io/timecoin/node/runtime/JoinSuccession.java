package io.timecoin.node.runtime;

import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.engine.Turn;
import io.timecoin.node.p2p.PeerManager;
import io.timecoin.node.runtime.join.CheckpointFetch;
import io.timecoin.node.runtime.loop.Succession;
import io.timecoin.node.store.StoreException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine that begins with a checkpoint as its past. Of the one before it remembers what its key
 * must answer for; payments it held come again by gossip or in blocks.
 */
record JoinSuccession(
    Foundation foundation, PeerManager peers, CheckpointFetch.Fetched fetched, Runnable whenDone)
    implements Succession {
  private static final Logger LOG = LoggerFactory.getLogger(JoinSuccession.class);

  @Override
  public Turn successor(Turn before) throws StoreException {
    List<JournalRecord> obligations = before.obligations();
    try {
      long file = foundation.journal().cut(obligations);
      fetched.installation().finish(fetched.block(), file);
      foundation.journal().deleteBefore(file);
    } catch (StoreException e) {
      LOG.error("cannot take the checkpoint over: {}. {}", e.getMessage(), e.remedy());
      fetched.installation().abandon();
      throw e;
    }
    LOG.info(
        "joined at block {} with {} unspent outputs",
        fetched.block().height(),
        fetched.installation().outputs());
    whenDone.run();
    return foundation.begin(obligations);
  }

  @Override
  public List<EngineEvent> introduction() {
    return peers.peers().stream()
        .map(peer -> new EngineEvent.PeerConnected(peer.id(), peer.identity()))
        .collect(Collectors.toUnmodifiableList());
  }

  @Override
  public EngineEvent refusal() {
    return new EngineEvent.JoinFailed();
  }
}
