package io.timecoin.app.client;

/**
 * How much was read from the socket and not yet taken in. Reading goes on ahead of that, so that a
 * large snapshot does not let the node's queue for this client overflow meanwhile; past the bound
 * it waits. Safe on any thread.
 */
final class Backlog {

  /** Enough for a snapshot of a hundred thousand outputs and what is said while it is read. */
  static final int CHARS_MAX = 32 << 20;

  private long chars;
  private boolean waiting;

  /** Read that much; whether the next may be read now. */
  synchronized boolean add(int length) {
    chars += length;
    waiting = chars > CHARS_MAX;
    return !waiting;
  }

  /** Took that much in; whether the next may be read now, after it had to wait. */
  synchronized boolean remove(int length) {
    chars -= length;
    boolean resumes = waiting && chars <= CHARS_MAX / 2;
    waiting &= !resumes;
    return resumes;
  }
}
