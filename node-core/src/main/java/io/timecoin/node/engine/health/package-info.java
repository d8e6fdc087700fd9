/** What a node knows about its own condition, and the one verdict that follows from it. */
@NullMarked
package io.timecoin.node.engine.health;

import org.jspecify.annotations.NullMarked;
