package io.timecoin.node.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.Action;
import io.timecoin.node.engine.ClientId;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.GetStatus;
import io.timecoin.node.protocol.NetworkMessage.NodeStatus;
import io.timecoin.node.protocol.NetworkMessage.TransactionAccepted;
import io.timecoin.node.protocol.NetworkMessage.TransactionBroadcast;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.protocol.Reason;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.runtime.LoneMasternode;
import io.timecoin.node.store.Journal;
import io.timecoin.node.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineLoopTest {
  private static final ClientId WALLET = new ClientId(1);

  @TempDir Path folder;
  private final World world = new World();
  private final EventQueue queue = new EventQueue(256);
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.ofEpochSecond(1_700_000_100));
  private final InstantSource clock = now::get;
  private EngineLoop loop = new EngineLoop(LoneMasternode.turn(), queue, world, clock);

  /** Remembers in one list what became durable and what was sent, in that order. */
  private final class World implements Effects {
    final List<Object> happened = new CopyOnWriteArrayList<>();
    volatile boolean diskWorks = true;
    volatile Throwable bug;

    @Override
    public void append(List<JournalRecord> batch) throws StoreException {
      if (!diskWorks) {
        throw diskFailure();
      }
      happened.addAll(batch);
    }

    @Override
    public void perform(Action action) {
      happened.add(action);
    }

    @Override
    public void broken(Throwable cause) {
      bug = cause;
    }

    <T extends NetworkMessage> Stream<T> sent(Class<T> type) {
      return happened.stream()
          .filter(Action.ToClient.class::isInstance)
          .map(action -> ((Action.ToClient) action).message())
          .filter(type::isInstance)
          .map(type::cast);
    }
  }

  /** A real one: only the store makes them. */
  private StoreException diskFailure() {
    try {
      Path file = Files.writeString(folder.resolve("no-folder"), "");
      Journal.open(
          file.resolve("x"), LoneMasternode.genesis().hash(), LoneMasternode.NODE.publicKey());
      throw new AssertionError("a file is no folder");
    } catch (StoreException e) {
      return e;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void start() {
    loop.start("engine-test");
  }

  private Txid pay(int output) {
    TransactionBroadcast broadcast = new TransactionBroadcast(LoneMasternode.payment(output), null);
    assertThat(queue.offer(new EngineEvent.FromClient(WALLET, broadcast))).isTrue();
    return broadcast.transaction().txid();
  }

  private boolean toldFinal(Txid txid) {
    return world
        .sent(TransactionStatus.class)
        .anyMatch(s -> s.txid().equals(txid) && s.phase() == TransactionPhase.FINAL);
  }

  private StatusReport status() {
    long before = world.sent(NodeStatus.class).count();
    queue.put(new EngineEvent.FromClient(WALLET, new GetStatus(null)));
    await().until(() -> world.sent(NodeStatus.class).count() > before);
    return world.sent(NodeStatus.class).skip(before).findFirst().orElseThrow().report();
  }

  @AfterEach
  void stop() throws Exception {
    loop.stop();
  }

  @Test
  void everyVoteIsDurableBeforeAnythingIsSent() {
    start();
    Txid txid = pay(0);
    await().until(() -> toldFinal(txid));
    List<Object> happened = List.copyOf(world.happened);
    int firstSend =
        happened.indexOf(
            happened.stream().filter(Action.class::isInstance).findFirst().orElseThrow());
    assertThat(happened.subList(0, firstSend))
        .hasAtLeastOneElementOfType(JournalRecord.Admitted.class)
        .hasAtLeastOneElementOfType(JournalRecord.OwnVote.class);
  }

  @Test
  void whileTheDiskRefusesNothingIsPromisedAndThenItGoesOnByItself() {
    start();
    world.diskWorks = false;
    Txid txid = pay(0);
    await()
        .untilAsserted(
            () -> assertThat(status().verdict()).isEqualTo(StatusReport.Verdict.NOT_VOTING));
    assertThat(status().reasons().getFirst())
        .satisfies(reason -> assertThat(reason.code()).isEqualTo(Reason.Code.DISK))
        .satisfies(reason -> assertThat(reason.message()).contains("no-folder"))
        .satisfies(reason -> assertThat(reason.remedy()).contains("Check the disk"));
    Txid later = pay(1);
    assertThat(status().pending() + status().waiting()).isPositive();
    assertThat(world.sent(TransactionAccepted.class)).isEmpty();
    assertThat(toldFinal(txid)).isFalse();

    world.diskWorks = true;
    now.set(now.get().plusSeconds(1));
    await().until(() -> toldFinal(txid) && toldFinal(later));
    assertThat(world.sent(TransactionAccepted.class)).hasSize(2);
    assertThat(status().verdict()).isEqualTo(StatusReport.Verdict.HEALTHY);
  }

  @Test
  void whatWaitsIsWorkedOffBeforeTheEnd() throws Exception {
    List<Txid> txids = Stream.iterate(0, i -> i < 20, i -> i + 1).map(this::pay).toList();
    start();
    loop.stop();
    assertThat(txids).allMatch(this::toldFinal);
    assertThat(queue.offer(new EngineEvent.Tick())).as("takes nothing more").isFalse();
  }

  @Test
  void aClockThatIsSetBackDoesNotReachTheEngine() {
    start();
    long before = status().uptimeMs();
    now.set(now.get().minus(Duration.ofDays(1)));
    assertThat(status().uptimeMs()).isGreaterThanOrEqualTo(before);
    now.set(now.get().plus(Duration.ofDays(1)).plusSeconds(5));
    assertThat(status().uptimeMs()).isGreaterThanOrEqualTo(before + 5_000);
  }

  @Test
  void aBugEndsTheLoopInsteadOfVotingOn() {
    start();
    queue.put(new EngineEvent.FromClient(WALLET, null));
    await().until(() -> world.bug != null);
    assertThat(queue.offer(new EngineEvent.Tick())).isFalse();
    await().until(() -> !loop.isTurning());
  }

  @Test
  void whoWatchesAsksBesideTheQueue() throws Exception {
    start();
    assertThat(loop.isTurning()).isTrue();
    assertThat(loop.status().get(1, TimeUnit.MINUTES).verdict())
        .isEqualTo(StatusReport.Verdict.HEALTHY);
    assertThat(world.happened).isEmpty();
  }

  @Test
  void theEngineHearsOfItsSurroundingsAndOfTheirEnd() {
    AtomicBoolean busy = new AtomicBoolean(true);
    loop =
        new EngineLoop(
            LoneMasternode.turn(),
            queue,
            world,
            clock,
            new Surroundings() {
              @Override
              public boolean busy() {
                return busy.get();
              }

              @Override
              public long clockAheadMs() {
                return 60_000;
              }
            });
    start();
    await()
        .untilAsserted(
            () ->
                assertThat(status().reasons())
                    .extracting(Reason::code)
                    .containsExactly(Reason.Code.BUSY, Reason.Code.CLOCK));
    busy.set(false);
    await()
        .untilAsserted(
            () ->
                assertThat(status().reasons())
                    .extracting(Reason::code)
                    .containsExactly(Reason.Code.CLOCK));
  }

  @Test
  void aFullQueueRefusesWalletsWhilePeersStillGetIn() {
    EventQueue small = new EventQueue(64);
    int taken = 0;
    while (small.offer(new EngineEvent.Tick())) {
      taken++;
    }
    assertThat(taken).isEqualTo(48);
    assertThat(small.refused()).isEqualTo(1);
    assertThat(small.capacity()).isEqualTo(64);
    assertThat(small.isBusy()).isTrue();
    small.put(new EngineEvent.Tick());
    assertThat(small.size()).isEqualTo(49);
  }
}
