package io.timecoin.app.client;

import io.timecoin.app.state.SessionEvent;

/** Takes what happens on a connection, in order. */
public interface ClientListener {

  /**
   * Called on the client's own thread; must not block for long, since nothing else is read until it
   * returns.
   *
   * @param now microseconds since 1970 at which it happened
   */
  void happened(SessionEvent event, long now);
}
