package io.timecoin.node.runtime.join;

import io.timecoin.node.engine.PeerId;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.store.archive.Checkpoints;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Takes the messages about checkpoints out of what peers send: questions are answered from the
 * disk, answers go to whoever fetches. They never reach the engine. Any thread.
 */
public final class CheckpointTraffic {
  private final Checkpoints checkpoints;
  private final BiConsumer<PeerId, NetworkMessage> send;
  private final BiConsumer<PeerId, NetworkMessage> fetcher;

  /**
   * Between these.
   *
   * @param send gives a peer an answer
   * @param fetcher is given what peers answer
   */
  public CheckpointTraffic(
      Checkpoints checkpoints,
      BiConsumer<PeerId, NetworkMessage> send,
      BiConsumer<PeerId, NetworkMessage> fetcher) {
    this.checkpoints = checkpoints;
    this.send = send;
    this.fetcher = fetcher;
  }

  /** Whether it was one of those messages; it is dealt with then. Its signatures are verified. */
  public boolean took(PeerId peer, NetworkMessage message) {
    switch (message) {
      case NetworkMessage.GetCheckpoint m -> send.accept(peer, offer(m));
      case NetworkMessage.GetCheckpointChunk m -> send.accept(peer, chunk(m));
      case NetworkMessage.CheckpointOffer _, NetworkMessage.CheckpointChunk _ ->
          fetcher.accept(peer, message);
      case NetworkMessage.Blocks m when CheckpointFetch.REQUEST.equals(m.requestId()) ->
          fetcher.accept(peer, message);
      default -> {
        return false;
      }
    }
    return true;
  }

  private NetworkMessage offer(NetworkMessage.GetCheckpoint question) {
    Optional<Checkpoints.Checkpoint> newest = checkpoints.newest();
    return new NetworkMessage.CheckpointOffer(
        newest.map(Checkpoints.Checkpoint::height).orElse(0L),
        newest.map(Checkpoints.Checkpoint::chunks).orElse(List.of()),
        question.requestId());
  }

  private NetworkMessage chunk(NetworkMessage.GetCheckpointChunk question) {
    String data =
        checkpoints
            .chunk(question.height(), question.index())
            .map(Base64.getEncoder()::encodeToString)
            .orElse("");
    return new NetworkMessage.CheckpointChunk(
        question.height(), question.index(), data, question.requestId());
  }
}
