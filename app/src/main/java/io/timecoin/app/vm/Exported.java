package io.timecoin.app.vm;

/** What came of writing a file that somebody was asked for. */
public sealed interface Exported {

  /** It is there. */
  record Written(String path) implements Exported {}

  /** Nobody wanted it any more. */
  record Cancelled() implements Exported {}

  /** It could not be written. */
  record Failed(String reason) implements Exported {}
}
