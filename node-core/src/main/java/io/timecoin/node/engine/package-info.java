/**
 * The whole node as one deterministic state machine: events in, actions out; no socket, file,
 * thread, clock or randomness of its own.
 */
@NullMarked
package io.timecoin.node.engine;

import org.jspecify.annotations.NullMarked;
