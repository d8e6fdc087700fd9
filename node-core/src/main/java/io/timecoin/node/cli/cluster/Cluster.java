package io.timecoin.node.cli.cluster;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.client.NodeConnection;
import io.timecoin.node.cli.client.Received;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.offline.Proof;
import io.timecoin.node.cli.pay.Payment;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.protocol.TransactionRecord;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A devnet with a wallet's connection to each node that runs. For one thread but for the sends. */
public final class Cluster implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Devnet devnet;
  private final Proof proof;
  private final Map<Integer, NodeConnection> connections = new TreeMap<>();

  /** On a network that runs, or will. */
  public Cluster(Devnet devnet) {
    this.devnet = devnet;
    this.proof = Proof.of(devnet.genesis());
  }

  /** The network. */
  public Devnet devnet() {
    return devnet;
  }

  /** What a node has of a transaction. */
  public sealed interface Known {
    /** Nothing. */
    record Missing() implements Known {}

    /** It is not decided there. */
    record Undecided() implements Known {}

    /** It will never be final there. */
    record Rejected() implements Known {}

    /** It is final there, and the certificate was verified. */
    record Final() implements Known {}
  }

  /** Connects to every node. */
  public void connect() throws ConnectionLostException, InterruptedException {
    for (int node = 0; node < devnet.nodes().size(); node++) {
      connect(node);
    }
  }

  /** Connects to a node, anew if there was a connection. */
  public void connect(int node) throws ConnectionLostException, InterruptedException {
    disconnect(node);
    connections.put(node, NodeConnection.open(devnet.nodes().get(node).webSocketUri(), TIMEOUT));
  }

  /** Leaves a node alone until the next {@link #connect(int)}. */
  public void disconnect(int node) {
    NodeConnection old = connections.remove(node);
    if (old != null) {
      old.close();
    }
  }

  /** Ends a node as a power cut would (SIGKILL where it has a process). */
  public void kill(int node) {
    disconnect(node);
    devnet.killNode(node);
  }

  /** Starts a node again, and connects to it. */
  public void start(int node)
      throws ConnectionLostException, NodeStartException, InterruptedException {
    devnet.startNode(node);
    connect(node);
  }

  /** Hands a transaction to a node; the answer, whatever it is. */
  public NetworkMessage send(int node, Transaction transaction)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Received answer =
        connection(node)
            .askRaw(id -> new NetworkMessage.TransactionBroadcast(transaction, id), TIMEOUT);
    return answer.message();
  }

  private NodeConnection connection(int node) throws ConnectionLostException {
    NodeConnection connection = connections.get(node);
    if (connection == null) {
      throw new ConnectionLostException("node " + (node + 1) + " is not connected");
    }
    return connection;
  }

  /** How a node says it is. */
  public StatusReport status(int node)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    return connection(node)
        .ask(NetworkMessage.GetStatus::new, NetworkMessage.NodeStatus.class, TIMEOUT)
        .report();
  }

  /**
   * What a node has of these transactions.
   *
   * @throws CommandFailedException if a certificate it gives proves nothing
   */
  public Map<Txid, Known> ask(int node, List<Txid> txids)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Map<Txid, Known> known = new HashMap<>();
    txids.forEach(txid -> known.put(txid, new Known.Missing()));
    NetworkMessage.Transactions answer =
        connection(node)
            .ask(
                id -> new NetworkMessage.GetTransactions(txids, id),
                NetworkMessage.Transactions.class,
                TIMEOUT);
    for (TransactionRecord record : answer.transactions()) {
      known.put(record.transaction().txid(), known(record));
    }
    return known;
  }

  private Known known(TransactionRecord record) throws CommandFailedException {
    VoteCertificate.Finality certificate = record.certificate();
    if (certificate != null) {
      proof.check(new NetworkMessage.FinalityCertificate(certificate, proof.genesisHash(), null));
      return new Known.Final();
    }
    return switch (record.phase()) {
      case REJECTED -> new Known.Rejected();
      case CONFIRMED -> new Known.Final();
      case WAITING, PREPARING, COMMITTING, FINAL -> new Known.Undecided();
    };
  }

  /** Nodes that can be asked now. */
  public List<Integer> connected() {
    return List.copyOf(connections.keySet());
  }

  /** Waits until a transaction is final at every connected node. */
  public boolean awaitFinal(Txid txid, Duration patience)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    long deadline = Pause.after(patience);
    for (int node : connected()) {
      if (!Pause.until(deadline, () -> isFinal(node, txid))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a node has it final, by a certificate that holds or in a block. */
  public boolean isFinal(int node, Txid txid)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    return ask(node, List.of(txid)).get(txid) instanceof Known.Final;
  }

  /**
   * Splits a wallet's money into many small outputs, so that every round has one of its own.
   *
   * @return the outputs, each final at every node
   */
  public List<Coin> split(SigningKey key, List<Coin> money, int parts)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Amount fee = devnet.genesis().minFee();
    long total = money.stream().mapToLong(coin -> coin.amount().units()).sum();
    Amount each = Amount.ofUnits((total - fee.units()) / parts);
    TxOutput output = new TxOutput(each, devnet.wallets().getFirst().address());
    Transaction transaction =
        TransactionSigner.sign(
            genesisHash(),
            money.stream().map(c -> new TransactionSigner.Spend(c.outPoint(), key)).toList(),
            Collections.nCopies(parts, output),
            Instant.now().getEpochSecond());
    send(0, transaction);
    if (!awaitFinal(transaction.txid(), TIMEOUT)) {
      throw new CommandFailedException("the first payment did not become final in time");
    }
    List<Coin> coins = new ArrayList<>();
    for (int vout = 0; vout < parts; vout++) {
      coins.add(new Coin(transaction.outPoint(vout), each));
    }
    return coins;
  }

  /** The coin cut into equal outputs of the same wallet. */
  public Transaction divide(Devnet.FundedWallet from, Coin coin, int parts) {
    long each = coin.amount().minus(devnet.genesis().minFee()).units() / parts;
    return TransactionSigner.sign(
        genesisHash(),
        List.of(new TransactionSigner.Spend(coin.outPoint(), from.key())),
        Collections.nCopies(parts, new TxOutput(Amount.ofUnits(each), from.address())),
        Instant.now().getEpochSecond());
  }

  /** The genesis outputs of a wallet. */
  public List<Coin> genesisCoins(Devnet.FundedWallet wallet) {
    List<Coin> coins = new ArrayList<>();
    List<OutPoint> outPoints = devnet.genesis().coinbase().outPoints();
    List<TxOutput> outputs = devnet.genesis().initialOutputs();
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).address().equals(wallet.address())) {
        coins.add(new Coin(outPoints.get(i), outputs.get(i).amount()));
      }
    }
    return coins;
  }

  /** A payment of everything the coin holds to a wallet. */
  public Transaction pay(Devnet.FundedWallet from, Coin coin, Devnet.FundedWallet to)
      throws CommandFailedException {
    Amount fee = devnet.genesis().minFee();
    Payment.Order order = new Payment.Order(to.address(), coin.amount().minus(fee), fee, fee);
    return Payment.of(
            genesisHash(),
            from.key(),
            List.of(coin),
            order,
            from.address(),
            Instant.now().getEpochSecond())
        .transaction();
  }

  private Hash256 genesisHash() {
    return proof.genesisHash();
  }

  @Override
  public void close() {
    List.copyOf(connections.keySet()).forEach(this::disconnect);
  }
}
