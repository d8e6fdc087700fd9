package io.timecoin.node.devnet;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.ProtocolException;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Measures a devnet by hand: finality as a wallet sees it, at a rate, and as many as it can.
 * Arguments: nodes, {@code one|processes}, payments, payments a second (0: all at once).
 */
final class Measurement {
  private final MessageCodec codec = new MessageCodec();
  private final Map<Txid, Long> sentAt = new ConcurrentHashMap<>();
  private final List<Long> latencies = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch left;
  private long firstNanos;
  private Duration cpu = Duration.ZERO;
  private volatile long lastNanos;

  private Measurement(int payments) {
    this.left = new CountDownLatch(payments);
  }

  public static void main(String[] args) throws Exception {
    int nodes = Integer.parseInt(args[0]);
    int payments = Integer.parseInt(args[2]);
    int rate = Integer.parseInt(args[3]);
    int warmUp = Math.min(2_000, Math.max(300, payments / 2));
    Path folder = Files.createTempDirectory("timekeeper-measurement");
    Devnet.Settings settings =
        new Devnet.Settings(
            nodes,
            0,
            folder,
            3 + (payments + warmUp) / DevnetGenesis.OUTPUTS.size() + 1,
            args[1].equals("processes"),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5));
    try (Devnet devnet = Devnet.create(settings)) {
      devnet.start(_ -> {});
      List<Transaction> all = sign(devnet, warmUp + payments);
      new Measurement(warmUp)
          .run(devnet, all.subList(0, warmUp), rate == 0 ? 0 : Math.max(rate, 100));
      new Measurement(payments).run(devnet, all.subList(warmUp, all.size()), rate).print(rate);
    }
  }

  private static List<Transaction> sign(Devnet devnet, int count) {
    Hash256 genesis = devnet.genesis().hash();
    List<OutPoint> outPoints = devnet.genesis().coinbase().outPoints();
    List<Devnet.FundedWallet> wallets = devnet.wallets();
    List<Transaction> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SigningKey key = wallets.get(i / DevnetGenesis.OUTPUTS.size()).key();
      all.add(
          TransactionSigner.sign(
              genesis,
              List.of(new TransactionSigner.Spend(outPoints.get(i), key)),
              List.of(
                  new TxOutput(
                      devnet
                          .genesis()
                          .initialOutputs()
                          .get(i)
                          .amount()
                          .minus(devnet.genesis().minFee()),
                      wallets.getFirst().address())),
              devnet.genesis().timestamp()));
    }
    return all;
  }

  private Measurement run(Devnet devnet, List<Transaction> payments, int rate) throws Exception {
    List<WebSocket> sockets = new ArrayList<>();
    for (DevnetNode node : devnet.nodes()) {
      sockets.add(
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(node.webSocketUri(), new Listener())
              .join());
    }
    Duration cpuBefore = cpuTime();
    firstNanos = System.nanoTime();
    for (int i = 0; i < payments.size(); i++) {
      if (rate > 0) {
        long due = firstNanos + i * 1_000_000_000L / rate;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
      }
      String text =
          codec.encodeText(new NetworkMessage.TransactionBroadcast(payments.get(i), null));
      sentAt.put(payments.get(i).txid(), System.nanoTime());
      sockets.get(i % sockets.size()).sendText(text, true).join();
    }
    if (!left.await(120, TimeUnit.SECONDS)) {
      System.out.println(left.getCount() + " payments are not final after 120 s");
    }
    cpu = cpuTime().minus(cpuBefore);
    sockets.forEach(WebSocket::abort);
    return this;
  }

  /** Of this process and its children: what a payment costs, however busy the machine is. */
  private static Duration cpuTime() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().children())
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private void print(int rate) {
    long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "%d payments at %s: %.0f final/s, finality p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f"
            + " ms, processor %.2f ms a payment%n",
        sorted.length,
        rate == 0 ? "once" : rate + "/s",
        sorted.length * 1e9 / (lastNanos - firstNanos),
        at(sorted, 0.5),
        at(sorted, 0.9),
        at(sorted, 0.99),
        at(sorted, 1),
        (double) cpu.toMillis() / Math.max(1, sorted.length));
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        read(text.toString());
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    private void read(String message) {
      long now = System.nanoTime();
      try {
        NetworkMessage decoded = codec.decode(message);
        if (decoded instanceof NetworkMessage.TransactionStatus status
            && status.phase().isFinal()) {
          Long sent = sentAt.remove(status.txid());
          if (sent != null) {
            latencies.add(now - sent);
            lastNanos = now;
            left.countDown();
          }
        } else if (decoded instanceof NetworkMessage.Error error) {
          System.out.println(error);
        }
      } catch (ProtocolException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
