package io.timecoin.node.examples;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The specification's "Example Integration": masternodes that run, a wallet that knows nothing of
 * Java, a payment watched until it is final. The wallet's texts are the specification's.
 */
public final class MasternodeUtxoIntegration {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private MasternodeUtxoIntegration() {}

  /**
   * Runs the example.
   *
   * @param folder where the masternodes keep their data
   * @param heard receives every text the wallet is sent, on the WebSocket's thread
   */
  public static void run(Path folder, Consumer<String> heard) throws Exception {
    // 1. Create and initialize: four masternodes, each a whole MasternodeNode over real TCP.
    var settings =
        new Devnet.Settings(4, 0, folder, 3, false, Duration.ofSeconds(10), Duration.ofSeconds(5));
    try (Devnet network = Devnet.create(settings)) {
      network.start(progress -> {});
      URI node = network.nodes().getFirst().webSocketUri();
      Devnet.FundedWallet you = network.wallets().getFirst();
      OutPoint coin = network.genesis().coinbase().outPoints().getFirst();

      // 2. Subscribe: the snapshot comes first, every change after it.
      CountDownLatch isFinal = new CountDownLatch(1);
      Wallet wallet =
          Wallet.connect(
              node,
              text -> {
                heard.accept(text);
                if (text.contains("\"new_state\":{\"SpentFinalized\"")) {
                  isFinal.countDown();
                }
              });
      wallet.send(
          """
          {"type":"UTXOSubscribe","outpoints":["%s"],"addresses":[],"subscriber_id":"wallet_1"}
          """
              .formatted(coin));

      // 3. Query the current state.
      wallet.send("{\"type\":\"UTXOStateQuery\",\"outpoints\":[\"%s\"]}".formatted(coin));

      // 4. Process a transaction: lock, vote, finalize; the notifications tell.
      wallet.send(new MessageCodec().encodeText(payment(network, you, coin)));
      if (!isFinal.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("not final within " + PATIENCE);
      }

      // 5. Unsubscribe.
      wallet.send("{\"type\":\"UTXOUnsubscribe\",\"subscriber_id\":\"wallet_1\"}");
      wallet.close();
    }
  }

  private static NetworkMessage payment(Devnet network, Devnet.FundedWallet from, OutPoint coin) {
    Amount held = network.genesis().initialOutputs().get(coin.vout()).amount();
    Transaction transaction =
        TransactionSigner.sign(
            network.genesis().hash(),
            List.of(new TransactionSigner.Spend(coin, from.key())),
            List.of(
                new TxOutput(
                    held.minus(network.genesis().minFee()), network.wallets().getLast().address())),
            Instant.now().getEpochSecond());
    return new NetworkMessage.TransactionBroadcast(transaction, null);
  }

  /** Any WebSocket client would do; this is the JDK's. */
  private record Wallet(WebSocket socket) {
    static Wallet connect(URI node, Consumer<String> heard) {
      WebSocket.Listener listener =
          new WebSocket.Listener() {
            private final List<CharSequence> parts = new ArrayList<>();

            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
              parts.add(part.toString());
              if (last) {
                heard.accept(String.join("", parts));
                parts.clear();
              }
              return WebSocket.Listener.super.onText(socket, "", last);
            }
          };
      return new Wallet(
          HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(node, listener).join());
    }

    void send(String text) {
      socket.sendText(text.strip(), true).join();
    }

    void close() {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
  }
}
