/**
 * What was done to a network and what its clients saw, in order and with times: the only thing that
 * checks and reports read.
 */
@NullMarked
package io.timecoin.node.cli.chaos.history;

import org.jspecify.annotations.NullMarked;
