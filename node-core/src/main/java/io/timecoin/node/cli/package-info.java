/**
 * The command line: one picocli command a class, results on stdout, everything else on stderr, exit
 * codes 0 (done), 1 (refused or failed) and 2 (wrong usage).
 */
@NullMarked
package io.timecoin.node.cli;

import org.jspecify.annotations.NullMarked;
