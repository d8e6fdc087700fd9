package io.timecoin.app.vm;

import io.timecoin.app.state.SessionState;

/** A view-model that follows the state. */
public interface Screen {

  /**
   * Shows this state from now on.
   *
   * @param now microseconds since 1970
   */
  void show(SessionState state, long now);
}
