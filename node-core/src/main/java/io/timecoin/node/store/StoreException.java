package io.timecoin.node.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The disk, or what is on it, keeps the store from working; says why and what to do. */
public final class StoreException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  public enum Fault {
    /** Another process, or another node of this one, uses the folder. */
    LOCKED,
    /** The folder belongs to another network, key or version. */
    FOREIGN,
    /** What was written is damaged in a place that a crash cannot explain. */
    CORRUPT,
    /** The disk refuses: full, read-only, gone, or not allowed. */
    DISK
  }

  private final Fault fault;
  private final String remedy;

  /** Made by the parts of the store alone. */
  public StoreException(Fault fault, String message, String remedy, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = fault;
    this.remedy = remedy;
  }

  /** The disk refused, with the remedy that fits what it said. */
  public static StoreException ofDisk(String what, IOException e) {
    return DiskFaults.of(what, e);
  }

  /** What stands in the way. */
  public Fault fault() {
    return fault;
  }

  /** What the operator can do about it, one or two sentences. */
  public String remedy() {
    return remedy;
  }
}
