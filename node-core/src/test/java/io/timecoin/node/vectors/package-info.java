/** Facts from the running Rust reference, to be met or refused for a stated reason. */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.vectors;
