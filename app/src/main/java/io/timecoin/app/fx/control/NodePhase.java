package io.timecoin.app.fx.control;

/** How far a node of the demo network has come. */
public enum NodePhase {
  /** Not begun; its turn will come. */
  WAITING,
  STARTING,
  READY,
  FAILED,
  /** Being ended on purpose. */
  STOPPING,
  /** Ended on purpose. */
  STOPPED
}
