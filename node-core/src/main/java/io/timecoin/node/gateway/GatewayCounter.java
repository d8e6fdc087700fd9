package io.timecoin.node.gateway;

/** What the gateway counts; one for every bound and every refusal. */
public enum GatewayCounter {
  /** Clients that finished the upgrade and were let in. */
  CLIENTS_OPENED,
  /** Clients that left or were closed. */
  CLIENTS_CLOSED,
  /** Upgrades refused for their origin. */
  REFUSED_ORIGIN,
  /** Upgrades refused for their host header. */
  REFUSED_HOST,
  /** Requests that were no WebSocket upgrade, or never finished one. */
  REFUSED_UPGRADE,
  /** Connections refused because there were too many. */
  REFUSED_FULL,
  /** Texts received. */
  MESSAGES_IN,
  /** Texts that were no message. */
  MALFORMED,
  /** Binary messages. */
  BINARY,
  /** Messages larger than allowed. */
  TOO_LARGE,
  /** Frames that break the WebSocket protocol. */
  BAD_FRAMES,
  /** Messages of an unknown type, ignored. */
  UNKNOWN_TYPE,
  /** Messages that a wallet may not send. */
  UNSUPPORTED,
  /** Operator's commands from another machine. */
  FORBIDDEN,
  /** Requests beyond a rate. */
  RATE_LIMITED,
  /** Subscriptions beyond the watched entries. */
  TOO_MANY,
  /** WebSocket pings not answered because the client does not read. */
  PINGS_IGNORED,
  /** Messages written out. */
  MESSAGES_OUT,
  /** Bytes written out, frame headers included. */
  BYTES_OUT,
  /** Messages dropped because the client did not read. */
  DROPPED,
  /** Queues dropped and started anew. */
  RESYNCS,
  /** Clients closed because they did not read. */
  CLOSED_SLOW,
  /** Messages that could not be written as JSON, and failures of the listener: defects. */
  FAULTS
}
