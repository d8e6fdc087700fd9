/**
 * One long run against a network of real processes in which everything goes wrong at once, recorded
 * by a client of each node. What was recorded is in {@code history}, what is judged by it in {@code
 * check}, what is written down in {@code report}.
 */
@NullMarked
package io.timecoin.node.cli.chaos;

import org.jspecify.annotations.NullMarked;
