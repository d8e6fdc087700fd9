package io.timecoin.app.client;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Failed connections in a few English words. */
final class Failures {

  private Failures() {}

  static String inWords(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (has(cause, UnresolvedAddressException.class)) {
      return "no such host";
    }
    if (cause instanceof WebSocketHandshakeException handshake) {
      return "the node refused the connection (HTTP " + handshake.getResponse().statusCode() + ")";
    }
    if (has(cause, HttpConnectTimeoutException.class)) {
      return "no answer in time";
    }
    if (has(cause, ConnectException.class)) {
      return "nobody listens there";
    }
    String message = cause.getMessage();
    return message == null || message.isBlank() ? "the connection broke" : message;
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return true;
      }
    }
    return false;
  }
}
