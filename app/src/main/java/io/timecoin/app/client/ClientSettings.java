package io.timecoin.app.client;

import java.net.URI;
import java.time.Duration;

/**
 * How a client behaves.
 *
 * @param uri of the node, {@code ws} or {@code wss}
 * @param subscriberId name of the one subscription
 * @param statusInterval pause between two questions for the node's status
 * @param silenceMax a connection on which nothing was heard for so long is given up
 * @param retryFirst pause before the second attempt
 * @param retryMax longest pause between attempts
 */
public record ClientSettings(
    URI uri,
    String subscriberId,
    Duration statusInterval,
    Duration silenceMax,
    Duration retryFirst,
    Duration retryMax) {

  /** Status every second, ten seconds of patience, pauses of 250 ms to 15 s. */
  public static ClientSettings standard(URI uri, String subscriberId) {
    return new ClientSettings(
        uri,
        subscriberId,
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMillis(250),
        Duration.ofSeconds(15));
  }
}
