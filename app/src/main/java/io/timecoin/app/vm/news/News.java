package io.timecoin.app.vm.news;

import java.util.OptionalDouble;

/** Something that happened while the app watched. */
public sealed interface News {

  /** Money came in and is final. */
  record Received(String txid, long units, String from, OptionalDouble millis) implements News {}

  /** A payment of one's own is final. */
  record Final(String txid, long units, String to, OptionalDouble millis) implements News {}

  /** A payment of one's own will never be final. */
  record Rejected(String txid, long units, String to) implements News {}

  /** So many payments more were decided; they came too fast to be told one by one. */
  record Several(int count) implements News {}

  /** The node is less than healthy; why and what to do, in its own words. */
  record NodeDegraded(String reason, String remedy) implements News {}

  /** It is healthy again. */
  record NodeHealthy() implements News {}
}
