/**
 * Whether a recorded history keeps every promise. Pure: reads events, returns what is broken. Each
 * rule has a test with a history that breaks it.
 */
@NullMarked
package io.timecoin.node.cli.chaos.check;

import org.jspecify.annotations.NullMarked;
