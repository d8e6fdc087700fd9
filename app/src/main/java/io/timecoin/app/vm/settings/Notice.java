package io.timecoin.app.vm.settings;

/** What the desktop can be told of while the window is not looked at. */
public enum Notice {
  /** Money came in and is final. */
  RECEIVED,
  /** A payment of one's own is final. */
  FINAL,
  /** A payment of one's own will never be final. */
  REJECTED,
  /** The node has become less than healthy, or healthy again. */
  NODE
}
