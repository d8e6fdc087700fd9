/**
 * Long loops against a real network, for whoever wants to see the promises kept: conflicting
 * payments, and nodes killed between a vote and their next start.
 */
@NullMarked
package io.timecoin.node.cli.soak;

import org.jspecify.annotations.NullMarked;
