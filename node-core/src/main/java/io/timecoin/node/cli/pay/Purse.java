package io.timecoin.node.cli.pay;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.client.NodeConnection;
import io.timecoin.node.cli.client.Subscription;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.OutPointState;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.utxo.UtxoState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The money of one key as one node shows it, and paying with it. For one thread. */
public final class Purse {
  private final NodeConnection node;
  private final StatusReport status;
  private final SigningKey key;
  private final Duration timeout;
  private final Address address;
  private final Subscription subscription;

  /** Nothing is asked yet. */
  public Purse(NodeConnection node, StatusReport status, SigningKey key, Duration timeout) {
    this.node = node;
    this.status = status;
    this.key = key;
    this.timeout = timeout;
    this.address = Hashes.addressOf(status.network().addressVersion(), key.publicKey());
    this.subscription = new Subscription(node, List.of(), List.of(address), timeout);
  }

  /** The node's status when the purse was made. */
  public StatusReport status() {
    return status;
  }

  /** Where its money is, and where change goes. */
  public Address address() {
    return address;
  }

  /**
   * Subscribes to the own address, chooses outputs and signs.
   *
   * @param fee null for the network's least
   * @param outPoints to be spent, all of them; empty for a choice
   */
  public Payment pay(Address to, Amount amount, @Nullable Amount fee, List<OutPoint> outPoints)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    if (!to.belongsTo(status.network())) {
      throw new CommandFailedException(
          ErrorCode.WRONG_NETWORK.wireName(),
          to + " is not an address of " + status.network().wireName() + ", where this node is.");
    }
    Amount minFee = status.minFee();
    Payment.Order order = new Payment.Order(to, amount, fee == null ? minFee : fee, minFee);
    List<UtxoSnapshot> utxos = subscription.open().utxos();
    long seconds = Instant.now().getEpochSecond();
    try {
      return outPoints.isEmpty()
          ? Payment.choose(status.genesisHash(), key, spendable(utxos), order, address, seconds)
          : Payment.of(status.genesisHash(), key, named(utxos, outPoints), order, address, seconds);
    } catch (IllegalArgumentException e) { // a form rule: the node would refuse it as well
      throw new CommandFailedException(
          ErrorCode.INVALID_TRANSACTION.wireName(), String.valueOf(e.getMessage()));
    } catch (ArithmeticException e) {
      throw new CommandFailedException(
          ErrorCode.INVALID_TRANSACTION.wireName(),
          "amount and fee together are above 2^63-1 units");
    }
  }

  private static List<Coin> spendable(List<UtxoSnapshot> utxos) {
    return utxos.stream()
        .filter(utxo -> utxo.state() instanceof UtxoState.Unspent)
        .map(utxo -> new Coin(utxo.outpoint(), utxo.amount()))
        .toList();
  }

  /** Also those that are not unspent: whether they can be spent is the node's to say. */
  private List<Coin> named(List<UtxoSnapshot> utxos, List<OutPoint> outPoints)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Map<OutPoint, UtxoSnapshot> own =
        utxos.stream().collect(Collectors.toMap(UtxoSnapshot::outpoint, Function.identity()));
    List<Coin> coins = new ArrayList<>();
    for (OutPoint outPoint : outPoints) {
      UtxoSnapshot utxo = own.get(outPoint);
      if (utxo == null) {
        throw notOwn(outPoint);
      }
      coins.add(new Coin(outPoint, utxo.amount()));
    }
    return coins;
  }

  private CommandFailedException notOwn(OutPoint outPoint)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    OutPointState known =
        node.ask(
                id -> new NetworkMessage.UtxoStateQuery(List.of(outPoint), id),
                NetworkMessage.UtxoStateResponse.class,
                timeout)
            .states()
            .getFirst();
    return switch (known.state()) {
      case null ->
          new CommandFailedException(
              ErrorCode.UNKNOWN_OUTPOINT.wireName(), "the node knows no output " + outPoint + ".");
      case UtxoState.SpentFinalized s ->
          new CommandFailedException(
              ErrorCode.INPUT_SPENT.wireName(), outPoint + " was spent by " + s.txid() + ".");
      case UtxoState.Confirmed s ->
          new CommandFailedException(
              ErrorCode.INPUT_SPENT.wireName(), outPoint + " was spent by " + s.txid() + ".");
      case UtxoState.Unspent _, UtxoState.Locked _, UtxoState.SpentPending _ ->
          new CommandFailedException(
              ErrorCode.WRONG_KEY.wireName(),
              outPoint + " does not belong to " + address + ", the address of this key.");
    };
  }

  /**
   * Hands the payment to the node.
   *
   * @return {@link System#nanoTime} when it was sent
   * @throws CommandFailedException with the node's code, if it refuses
   */
  public long broadcast(Payment payment)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    long sent = System.nanoTime();
    node.ask(
        id -> new NetworkMessage.TransactionBroadcast(payment.transaction(), id),
        NetworkMessage.TransactionAccepted.class,
        timeout);
    return sent;
  }

  /** Follows a payment of this purse. */
  public Settlement settlement(Payment payment, Settlement.Listener listener) {
    return new Settlement(subscription, payment.transaction(), listener);
  }
}
