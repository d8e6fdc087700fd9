package io.timecoin.node.store.archive;

/**
 * The archive cannot be read, or what it holds is damaged. A node without its memory must not go
 * on: not to be caught by who reads, only by who owns the node.
 */
public final class ArchiveFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ArchiveFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
