/**
 * What a node is told before it starts: every setting with its name, where it may stand (command
 * line, environment, file), who wins, and how a bad value is refused.
 */
@NullMarked
package io.timecoin.node.runtime.config;

import org.jspecify.annotations.NullMarked;
