/**
 * The connection to a node over WebSocket: connects, comes back with growing pauses, subscribes,
 * notices what was missed and asks again. Everything happens on one thread of its own.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.client;
