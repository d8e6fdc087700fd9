package io.timecoin.node.protocol.json;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.CheckpointChunk;
import io.timecoin.node.protocol.NetworkMessage.CheckpointOffer;
import io.timecoin.node.protocol.NetworkMessage.GetCheckpoint;
import io.timecoin.node.protocol.NetworkMessage.GetCheckpointChunk;
import java.util.List;
import java.util.Map;

/** Tables of messages about checkpoints. */
final class CheckpointMessages {
  static final Map<Class<? extends NetworkMessage>, ObjectCodec<? extends NetworkMessage>> TABLES =
      Map.of(
          GetCheckpoint.class, get(),
          CheckpointOffer.class, offer(),
          GetCheckpointChunk.class, getChunk(),
          CheckpointChunk.class, chunk());

  private CheckpointMessages() {}

  private static ObjectCodec<GetCheckpoint> get() {
    ObjectCodec.Builder<GetCheckpoint> o = ObjectCodec.of();
    Field<GetCheckpoint, String> requestId = ValueShapes.requestId(o, GetCheckpoint::requestId);
    return o.build(v -> new GetCheckpoint(v.find(requestId)));
  }

  private static ObjectCodec<CheckpointOffer> offer() {
    ObjectCodec.Builder<CheckpointOffer> o = ObjectCodec.of();
    Field<CheckpointOffer, Long> height =
        o.required("height", JsonNumbers.NON_NEGATIVE, CheckpointOffer::height);
    Field<CheckpointOffer, List<Hash256>> chunks =
        o.required(
            "chunks",
            JsonLists.list(ValueShapes.HASH, FrameLimits.CHECKPOINT_CHUNKS_MAX),
            CheckpointOffer::chunks);
    Field<CheckpointOffer, String> requestId = ValueShapes.requestId(o, CheckpointOffer::requestId);
    return o.build(v -> new CheckpointOffer(v.get(height), v.get(chunks), v.find(requestId)));
  }

  private static ObjectCodec<GetCheckpointChunk> getChunk() {
    ObjectCodec.Builder<GetCheckpointChunk> o = ObjectCodec.of();
    Field<GetCheckpointChunk, Long> height =
        o.required("height", JsonNumbers.NON_NEGATIVE, GetCheckpointChunk::height);
    Field<GetCheckpointChunk, Integer> index =
        o.required("index", JsonNumbers.COUNT, GetCheckpointChunk::index);
    Field<GetCheckpointChunk, String> requestId =
        ValueShapes.requestId(o, GetCheckpointChunk::requestId);
    return o.build(v -> new GetCheckpointChunk(v.get(height), v.get(index), v.find(requestId)));
  }

  private static ObjectCodec<CheckpointChunk> chunk() {
    ObjectCodec.Builder<CheckpointChunk> o = ObjectCodec.of();
    Field<CheckpointChunk, Long> height =
        o.required("height", JsonNumbers.NON_NEGATIVE, CheckpointChunk::height);
    Field<CheckpointChunk, Integer> index =
        o.required("index", JsonNumbers.COUNT, CheckpointChunk::index);
    Field<CheckpointChunk, String> data =
        o.required(
            "data", JsonTexts.text(0, FrameLimits.CHECKPOINT_CHARS_MAX), CheckpointChunk::data);
    Field<CheckpointChunk, String> requestId = ValueShapes.requestId(o, CheckpointChunk::requestId);
    return o.build(
        v -> new CheckpointChunk(v.get(height), v.get(index), v.get(data), v.find(requestId)));
  }
}
