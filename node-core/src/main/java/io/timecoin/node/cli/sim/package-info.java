/** Proof by simulation, by whoever wants to see it: the simulator as commands. */
@NullMarked
package io.timecoin.node.cli.sim;

import org.jspecify.annotations.NullMarked;
