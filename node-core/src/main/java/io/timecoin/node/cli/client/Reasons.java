package io.timecoin.node.cli.client;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Why the network failed, in words for people. */
final class Reasons {
  private Reasons() {}

  static String of(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case WebSocketHandshakeException e ->
          "it answered with HTTP status " + e.getResponse().statusCode();
      case HttpTimeoutException _ -> "no answer in time";
      case UnknownHostException _ -> "there is no such host";
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
          "there is no such host";
      case ConnectException _ -> "nothing listens there";
      default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
    };
  }
}
