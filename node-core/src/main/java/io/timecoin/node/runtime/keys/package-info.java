/**
 * Secret keys on disk: always encrypted with a password, readable by their owner alone, never
 * overwritten.
 */
@NullMarked
package io.timecoin.node.runtime.keys;

import org.jspecify.annotations.NullMarked;
