package io.timecoin.app.main.measure;

import io.timecoin.app.client.ClientSettings;
import io.timecoin.app.client.MicroClock;
import io.timecoin.app.client.NodeClient;
import io.timecoin.app.client.Watched;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Hex;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisJson;
import io.timecoin.node.masternode.GenesisLimits;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.runtime.MasternodeNode;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.runtime.config.ConfigException;
import io.timecoin.node.runtime.config.NodeConfigLoader;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real masternode that is its own quorum, with one wallet of very many coins, and somebody who
 * pays from it without end. A payment of one coin to oneself is four changes: locked, pending,
 * final, and the new coin; a block makes a fifth.
 */
public final class BurstNode implements AutoCloseable {

  /** Changes of state that one payment makes. */
  public static final int CHANGES_PER_PAYMENT = 5;

  private static final Amount COIN = Amount.ofTime(1);

  /**
   * Short, so that a block confirms some hundred payments: thousands at once are more than a node
   * keeps for one client, which would then ask for all its coins again and again.
   */
  private static final Duration BLOCK_INTERVAL = Duration.ofSeconds(1);

  private static final Amount FEE = Amount.ofUnits(1_000);

  private final Path folder;
  private final SigningKey wallet = SigningKey.generate(new SecureRandom());
  private final Genesis genesis;
  private final Hash256 genesisHash;
  private final MasternodeNode node;
  private @Nullable Thread payer;
  private @Nullable NodeClient client;

  private BurstNode(Path folder, int coins) throws IOException, ConfigException {
    this.folder = folder;
    SigningKey key = SigningKey.generate(new SecureRandom());
    Address own = Hashes.addressOf(Network.DEVNET.addressVersion(), key.publicKey());
    this.genesis =
        new Genesis(
            "timekeeper burst",
            Network.DEVNET,
            Instant.now().getEpochSecond(),
            Collections.nCopies(coins, new TxOutput(COIN, address())),
            new MasternodeSet(List.of(new Masternode("Node 1", key.publicKey(), own))),
            BLOCK_INTERVAL,
            Duration.ofSeconds(5),
            Amount.ofTime(7),
            FEE,
            Amount.ofTime(21_000_000),
            GenesisLimits.DEFAULT);
    this.genesisHash = genesis.hash(); // over all coins: not once a payment
    Path file = folder.resolve("genesis.json");
    Files.writeString(file, GenesisJson.pretty(genesis));
    Map<String, String> settings =
        Map.of(
            "network", "devnet",
            "genesis", file.toString(),
            "data-dir", folder.toString(),
            "key-hex", Hex.encode(key.secretBytes()),
            "p2p-bind", "127.0.0.1",
            "p2p-port", "0",
            "ws-port", "0",
            "metrics-port", "off");
    this.node = new MasternodeNode(NodeConfigLoader.load(settings, Map.of(), null).config());
  }

  /**
   * A node that runs, with a wallet of so many coins of one TIME.
   *
   * @throws IOException if there is no room for it, or it does not start
   */
  public static BurstNode start(int coins) throws IOException {
    Path folder = Files.createTempDirectory("timekeeper-");
    try {
      BurstNode made = new BurstNode(folder, coins);
      made.node.start();
      return made;
    } catch (ConfigException | NodeStartException e) {
      delete(folder);
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Who owns all the coins. */
  public Address address() {
    return Hashes.addressOf(Network.DEVNET.addressVersion(), wallet.publicKey());
  }

  /** Where wallets connect. */
  public URI uri() {
    return node.webSocketUri();
  }

  /** The network of this one node. */
  public Genesis genesis() {
    return genesis;
  }

  /** Begins to pay from a connection of its own, so many times a second, until closed. */
  public void pay(int paymentsPerSecond) {
    MicroClock clock = new MicroClock(Clock.systemUTC());
    NodeClient paying =
        new NodeClient(
            ClientSettings.standard(uri(), "payer"), new MessageCodec(), (_, _) -> {}, clock);
    paying.watch(Watched.NOTHING);
    paying.start();
    client = paying;
    payer =
        Thread.ofPlatform().daemon().name("payer").start(() -> payAll(paying, paymentsPerSecond));
  }

  private void payAll(NodeClient paying, int perSecond) {
    long pause = 1_000_000_000L / perSecond;
    long due = System.nanoTime();
    List<OutPoint> coins = genesis.coinbase().outPoints();
    for (int i = 0; i < coins.size() && !Thread.currentThread().isInterrupted(); i++) {
      paying.pay(payment(coins.get(i)));
      due += pause;
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  private Transaction payment(OutPoint coin) {
    return TransactionSigner.sign(
        genesisHash,
        List.of(new TransactionSigner.Spend(coin, wallet)),
        List.of(new TxOutput(COIN.minus(FEE), address())),
        Instant.now().getEpochSecond());
  }

  @Override
  public void close() {
    Thread paying = payer;
    if (paying != null) {
      paying.interrupt();
    }
    if (client != null) {
      client.close();
    }
    node.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // the system clears its temporary files some day
    }
  }
}
