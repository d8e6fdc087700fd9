package io.timecoin.node.runtime.join;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.CheckpointChunk;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.archive.Checkpoints.Checkpoint;
import io.timecoin.node.store.archive.Installation;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Downloads the parts of one checkpoint, a few at a time from each peer. A peer that sends wrong
 * bytes, or is silent too often, is asked no more.
 */
final class PartDownload {
  /** Questions under way to one peer: enough to hide the way, too few to fill its queue. */
  private static final int PER_PEER = 2;

  private static final long ANSWER_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LOOK_MS = 100;
  private static final int STRIKES_MAX = 3;

  /** What a peer said. */
  record Answer(PeerId peer, NetworkMessage message) {}

  private record Question(PeerId peer, long untilNanos) {}

  private final Checkpoint checkpoint;
  private final List<PeerId> peers;
  private final CheckpointFetch.PeerLink link;
  private final BlockingQueue<Answer> inbox;
  private final Deque<Integer> missing = new ArrayDeque<>();
  private final Map<Integer, Question> asked = new HashMap<>();
  private final Map<PeerId, Integer> strikes = new HashMap<>();
  private int done;

  PartDownload(
      Checkpoint checkpoint,
      List<PeerId> peers,
      CheckpointFetch.PeerLink link,
      BlockingQueue<Answer> inbox) {
    this.checkpoint = checkpoint;
    this.peers = new ArrayList<>(peers);
    this.link = link;
    this.inbox = inbox;
    for (int index = 0; index < checkpoint.chunks().size(); index++) {
      missing.add(index);
    }
  }

  /** Whether all parts came. */
  boolean into(Installation installation) throws InterruptedException, StoreException {
    int parts = checkpoint.chunks().size();
    link.progress(0, parts);
    while (done < parts && !peers.isEmpty()) {
      ask();
      Answer answer = inbox.poll(LOOK_MS, TimeUnit.MILLISECONDS);
      if (answer != null && answer.message() instanceof CheckpointChunk chunk) {
        take(answer.peer(), chunk, installation);
      }
      expire();
      peers.retainAll(link.masternodes());
    }
    return done == parts;
  }

  private void ask() {
    for (PeerId peer : peers) {
      long underWay = asked.values().stream().filter(q -> q.peer().equals(peer)).count();
      while (underWay < PER_PEER && !missing.isEmpty()) {
        int index = missing.remove();
        asked.put(index, new Question(peer, System.nanoTime() + ANSWER_NANOS));
        link.send(
            peer,
            new NetworkMessage.GetCheckpointChunk(
                checkpoint.height(), index, CheckpointFetch.REQUEST));
        underWay++;
      }
    }
  }

  private void take(PeerId peer, CheckpointChunk chunk, Installation installation)
      throws StoreException {
    Question question = asked.get(chunk.index());
    if (question == null
        || !question.peer().equals(peer)
        || chunk.height() != checkpoint.height()) {
      return; // came too late, or was never asked for
    }
    asked.remove(chunk.index());
    if (chunk.data().isEmpty()) {
      missing.add(chunk.index());
      peers.remove(peer); // it has a newer one by now
      return;
    }
    byte[] part = verified(chunk);
    try {
      if (part == null) {
        throw new IOException("other bytes than it offered");
      }
      installation.add(part);
      done++;
      link.progress(done, checkpoint.chunks().size());
    } catch (IOException e) {
      missing.add(chunk.index());
      peers.remove(peer);
      link.misbehaved(peer, "part of a checkpoint: " + e.getMessage());
    }
  }

  private byte @Nullable [] verified(CheckpointChunk chunk) {
    try {
      byte[] part = Base64.getDecoder().decode(chunk.data());
      Hash256 hash = Hash256.of(Hashes.sha3(part));
      return hash.equals(checkpoint.chunks().get(chunk.index())) ? part : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void expire() {
    long now = System.nanoTime();
    Iterator<Map.Entry<Integer, Question>> all = asked.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Integer, Question> entry = all.next();
      PeerId peer = entry.getValue().peer();
      boolean late = entry.getValue().untilNanos() - now <= 0;
      if (late || !peers.contains(peer)) {
        missing.add(entry.getKey());
        all.remove();
        if (late && strikes.merge(peer, 1, Integer::sum) >= STRIKES_MAX) {
          peers.remove(peer);
        }
      }
    }
  }
}
