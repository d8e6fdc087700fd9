/** Checkpoints between nodes: offered to those without a past, and fetched by this one. */
@NullMarked
package io.timecoin.node.runtime.join;

import org.jspecify.annotations.NullMarked;
