package io.timecoin.node.runtime.join;

import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.protocol.BlockSelector;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.archive.Checkpoints.Checkpoint;
import io.timecoin.node.store.archive.Installation;
import io.timecoin.node.store.archive.RocksArchive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a checkpoint from several masternodes at once and holds it against the certified block
 * that carries its state hash. Those that offer the same bytes serve it together; whoever offered a
 * state that is not the chain's is left, and the next offer is tried. One thread, its own.
 */
public final class CheckpointFetch {
  /** Marks this fetch's questions among a peer's answers. */
  static final String REQUEST = "checkpoint";

  private static final long OFFERS_MS = 3_000;
  private static final long PROOF_MS = 5_000;
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFetch.class);

  private final RocksArchive archive;
  private final PeerLink link;
  private final BlockingQueue<PartDownload.Answer> inbox = new LinkedBlockingQueue<>();

  /** How it reaches the masternodes. */
  interface PeerLink {
    /** Those that are connected. */
    List<PeerId> masternodes();

    void send(PeerId peer, NetworkMessage message);

    void misbehaved(PeerId peer, String reason);

    /** Parts that are here, of how many. */
    void progress(int parts, int of);
  }

  /** A state that is in the archive, but does not count yet. */
  public record Fetched(Installation installation, DecidedBlock block, DecidedBlock next) {}

  CheckpointFetch(RocksArchive archive, PeerLink link) {
    this.archive = archive;
    this.link = link;
  }

  /** An answer of a peer. Any thread. */
  void received(PeerId peer, NetworkMessage message) {
    inbox.add(new PartDownload.Answer(peer, message));
  }

  /** The best checkpoint there is, or empty if nobody has one that is right. */
  Optional<Fetched> fetch() throws InterruptedException, StoreException {
    Map<Checkpoint, List<PeerId>> offers = offers();
    List<Checkpoint> best = new ArrayList<>(offers.keySet());
    best.sort(
        Comparator.comparingLong(Checkpoint::height)
            .thenComparingInt(offer -> offers.getOrDefault(offer, List.of()).size())
            .reversed());
    for (Checkpoint offer : best) {
      Optional<Fetched> fetched = fetch(offer, offers.getOrDefault(offer, List.of()));
      if (fetched.isPresent()) {
        return fetched;
      }
    }
    return Optional.empty();
  }

  private Map<Checkpoint, List<PeerId>> offers() throws InterruptedException {
    List<PeerId> asked = link.masternodes();
    asked.forEach(peer -> link.send(peer, new NetworkMessage.GetCheckpoint(REQUEST)));
    Map<Checkpoint, List<PeerId>> offers = new HashMap<>();
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(OFFERS_MS);
    int answers = 0;
    while (answers < asked.size()) {
      PartDownload.Answer answer = next(until, a -> isOffer(a.message()));
      if (answer == null) {
        break;
      }
      answers++;
      if (answer.message() instanceof NetworkMessage.CheckpointOffer m && m.height() > 0) {
        offers
            .computeIfAbsent(new Checkpoint(m.height(), m.chunks()), _ -> new ArrayList<>())
            .add(answer.peer());
      }
    }
    return offers;
  }

  private static boolean isOffer(NetworkMessage message) {
    return message instanceof NetworkMessage.CheckpointOffer;
  }

  private PartDownload.@Nullable Answer next(long untilNanos, Predicate<PartDownload.Answer> wanted)
      throws InterruptedException {
    while (true) {
      PartDownload.Answer answer = inbox.poll(untilNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (answer == null || wanted.test(answer)) {
        return answer;
      }
    }
  }

  private Optional<Fetched> fetch(Checkpoint offer, List<PeerId> peers)
      throws InterruptedException, StoreException {
    List<DecidedBlock> proof = proof(offer.height(), peers);
    if (proof.size() < 2) {
      LOG.warn("nobody proves the checkpoint of block {}", offer.height());
      return Optional.empty();
    }
    LOG.info(
        "fetching the checkpoint of block {}, {} parts, from {} masternodes",
        offer.height(),
        offer.chunks().size(),
        peers.size());
    Installation installation = new Installation(archive);
    boolean complete = new PartDownload(offer, peers, link, inbox).into(installation);
    if (complete && installation.matches(proof.get(0), proof.get(1))) {
      return Optional.of(new Fetched(installation, proof.get(0), proof.get(1)));
    }
    installation.abandon();
    if (complete) {
      LOG.warn("the checkpoint of block {} is not the chain's state", offer.height());
      peers.forEach(peer -> link.misbehaved(peer, "offered a checkpoint of another state"));
    }
    return Optional.empty();
  }

  /** The checkpoint's block and the next one, which carries its state hash; certified both. */
  private List<DecidedBlock> proof(long height, List<PeerId> peers) throws InterruptedException {
    for (PeerId peer : peers) {
      link.send(peer, new NetworkMessage.GetBlocks(new BlockSelector.From(height), 2, REQUEST));
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PROOF_MS);
      PartDownload.Answer answer =
          next(until, a -> a.peer().equals(peer) && a.message() instanceof NetworkMessage.Blocks);
      if (answer != null && answer.message() instanceof NetworkMessage.Blocks m) {
        List<DecidedBlock> blocks = m.blocks().stream().map(record -> record.decided()).toList();
        if (blocks.size() >= 2 && blocks.getFirst().height() == height) {
          return blocks;
        }
      }
    }
    return List.of();
  }
}
