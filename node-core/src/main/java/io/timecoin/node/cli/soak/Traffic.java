package io.timecoin.node.cli.soak;

import io.timecoin.node.devnet.DevnetNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** How much the nodes have sent each other, as their metrics count it. */
final class Traffic {
  private static final String MESSAGES = "timekeeper_p2p_messages_total";

  private Traffic() {}

  /** Messages sent and received by these nodes since they started; those that do not answer: 0. */
  static long messages(List<DevnetNode> nodes) throws InterruptedException {
    long sum = 0;
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (DevnetNode node : nodes) {
        sum += messages(client, node);
      }
    }
    return sum;
  }

  private static long messages(HttpClient client, DevnetNode node) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(node.metricsUri().resolve("/metrics")).GET().build();
    try {
      return client
          .send(request, HttpResponse.BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith(MESSAGES))
          .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
