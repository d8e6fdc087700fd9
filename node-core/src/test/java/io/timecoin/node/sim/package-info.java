/** The simulator against itself, and against copies of the engine that break a rule. */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.sim;
