package io.timecoin.app.client;

import io.timecoin.app.state.RequestIds;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.state.SubscriptionCursor;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.BlockRecord;
import io.timecoin.node.protocol.BlockSelector;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Blocks;
import io.timecoin.node.protocol.NetworkMessage.GetAddressHistory;
import io.timecoin.node.protocol.NetworkMessage.GetBlocks;
import io.timecoin.node.protocol.NetworkMessage.GetStatus;
import io.timecoin.node.protocol.NetworkMessage.GetTransactions;
import io.timecoin.node.protocol.NetworkMessage.NodeStatus;
import io.timecoin.node.protocol.NetworkMessage.SubscriptionConfirmed;
import io.timecoin.node.protocol.NetworkMessage.TransactionBroadcast;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateNotification;
import io.timecoin.node.protocol.NetworkMessage.UtxoSubscribe;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is said on one connection after another: subscribe, ask for the past, repeat what was not
 * answered, ask again after a gap. Decides only; the client sends and waits. One thread.
 */
final class Conversation {

  /** Payments without an answer that are repeated after a reconnect. */
  static final int UNANSWERED_MAX = 1_000;

  private static final int BLOCKS_PAGE = 20;
  private static final int HASH_CHARS = 64;
  private static final int HISTORY_PAGE = 100;

  /** Histories asked for at once; the next ones follow with the next {@link #fetchWanted}. */
  private static final int HISTORIES_AT_ONCE = 2;

  private static final int BUSY_RETRIES_MAX = 20;

  private final String subscriberId;
  private final Consumer<NetworkMessage> send;
  private final Consumer<SessionEvent> tell;
  private final Wanted wanted = new Wanted();
  private final Map<Txid, Transaction> unanswered = new LinkedHashMap<>();
  private Watched watched = Watched.NOTHING;
  private final Set<Address> pastKnown = new HashSet<>();
  private final Deque<Address> pastWanted = new ArrayDeque<>();
  private SubscriptionCursor cursor;
  private long blockHeight;
  private boolean blocksAsked;
  private int busyAnswers;

  Conversation(String subscriberId, Consumer<NetworkMessage> send, Consumer<SessionEvent> tell) {
    this.subscriberId = subscriberId;
    this.send = send;
    this.tell = tell;
    this.cursor = SubscriptionCursor.of(subscriberId);
  }

  void watch(Watched now) {
    watched = now;
    tell.accept(new SessionEvent.Watching(now.addresses()));
  }

  /** Begins on a new connection: what happened while there was none is asked for again. */
  void begin() {
    blocksAsked = false;
    pastKnown.clear();
    wanted.missedMaybe();
    send.accept(new GetStatus(null));
    subscribe();
    unanswered.values().forEach(this::broadcast);
  }

  /** Asks for a snapshot and everything after it. */
  void subscribe() {
    cursor = SubscriptionCursor.of(subscriberId);
    if (!watched.isEmpty()) {
      send.accept(
          new UtxoSubscribe(
              List.copyOf(watched.outPoints()),
              List.copyOf(watched.addresses()),
              subscriberId,
              RequestIds.SUBSCRIBE));
    }
  }

  /** Whether the last snapshot still holds, or none is needed. */
  boolean inStep() {
    return cursor.inStep() || watched.isEmpty();
  }

  /** Looks for a height, or a block's hash or what a block holds. */
  void findBlock(String text) {
    List<BlockSelector> questions =
        text.length() < HASH_CHARS
            ? List.of(new BlockSelector.From(Long.parseLong(text)))
            : List.of(
                new BlockSelector.WithHash(Hash256.parse(text)),
                new BlockSelector.With(Txid.parse(text)));
    tell.accept(new SessionEvent.BlockSearched(text, questions.size()));
    questions.forEach(
        select -> send.accept(new GetBlocks(select, 1, RequestIds.blockSearch(text))));
  }

  /** Asks for the blocks that are new, the newest few if there are many. */
  private After status(NodeStatus status) {
    long height = status.report().height();
    if (height > blockHeight && !blocksAsked) {
      blocksAsked = true;
      boolean many = height - blockHeight > BLOCKS_PAGE;
      send.accept(
          new GetBlocks(
              many ? new BlockSelector.Newest() : new BlockSelector.From(blockHeight + 1),
              BLOCKS_PAGE,
              RequestIds.BLOCKS));
    }
    return told(status);
  }

  private After blocks(Blocks blocks) {
    if (RequestIds.BLOCKS.equals(blocks.requestId())) {
      blocksAsked = false;
      for (BlockRecord record : blocks.blocks()) {
        blockHeight = Math.max(blockHeight, record.decided().height());
      }
    }
    return told(blocks);
  }

  void pay(Transaction transaction) {
    if (unanswered.size() < UNANSWERED_MAX) {
      unanswered.put(transaction.txid(), transaction);
    }
    tell.accept(new SessionEvent.Submitted(transaction));
    broadcast(transaction);
  }

  /** Repeats the payments that a busy node did not take. */
  void repeatUnanswered() {
    unanswered.values().forEach(this::broadcast);
  }

  private void askPast() {
    for (int i = 0; i < HISTORIES_AT_ONCE && !pastWanted.isEmpty(); i++) {
      send.accept(new GetAddressHistory(pastWanted.remove(), null, HISTORY_PAGE, null));
    }
  }

  /** Asks for transactions that came up, and for the past of addresses, a few at a time. */
  void fetchWanted() {
    askPast();
    if (!wanted.isEmpty()) {
      send.accept(new GetTransactions(wanted.take(), null));
    }
  }

  /** What the caller has to arrange after a message. */
  enum After {
    NOTHING,
    /** {@link #subscribe} again, not too soon after the last time. */
    RESUBSCRIBE,
    /** A snapshot was promised; {@link #subscribe} if it does not come. */
    AWAIT_SNAPSHOT,
    /** {@link #repeatUnanswered} in a while. */
    REPEAT
  }

  After received(NetworkMessage message) {
    return switch (message) {
      case SubscriptionConfirmed snapshot -> confirmed(snapshot);
      case UtxoStateNotification notification -> notified(notification);
      case TransactionStatus status -> {
        wanted.heard(status.txid(), status.phase());
        yield told(message);
      }
      case NetworkMessage.TransactionAccepted accepted -> {
        unanswered.remove(accepted.txid());
        busyAnswers = 0;
        yield told(message);
      }
      case NodeStatus status -> status(status);
      case Blocks blocks -> blocks(blocks);
      case NetworkMessage.Error error -> refused(error);
      default -> told(message);
    };
  }

  private After confirmed(SubscriptionConfirmed snapshot) {
    cursor = cursor.confirmed(snapshot);
    told(snapshot);
    watched.addresses().stream().filter(pastKnown::add).forEach(pastWanted::add);
    askPast();
    return After.NOTHING;
  }

  private After notified(UtxoStateNotification notification) {
    SubscriptionCursor.Step step = cursor.accept(notification);
    cursor = step.cursor();
    return switch (step.verdict()) {
      case APPLY -> told(notification);
      case IGNORE -> After.NOTHING;
      case GAP -> {
        tell.accept(new SessionEvent.Resyncing());
        yield After.RESUBSCRIBE;
      }
    };
  }

  private After refused(NetworkMessage.Error error) {
    if (error.code() == ErrorCode.RESYNC) {
      cursor = SubscriptionCursor.of(subscriberId);
      tell.accept(new SessionEvent.Resyncing());
      return After.AWAIT_SNAPSHOT;
    }
    Optional<Txid> payment = RequestIds.broadcastOf(error.requestId());
    if (payment.isPresent()) {
      boolean again = error.code() == ErrorCode.BUSY || error.code() == ErrorCode.RATE_LIMITED;
      if (again && busyAnswers++ < BUSY_RETRIES_MAX) {
        return After.REPEAT;
      }
      unanswered.remove(payment.get());
    }
    return told(error);
  }

  private After told(NetworkMessage message) {
    tell.accept(new SessionEvent.Received(message));
    return After.NOTHING;
  }

  private void broadcast(Transaction transaction) {
    send.accept(new TransactionBroadcast(transaction, RequestIds.broadcast(transaction.txid())));
  }
}
