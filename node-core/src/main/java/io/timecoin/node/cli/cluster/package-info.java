/**
 * A network of real nodes that a command makes in order to break it: its nodes and a wallet's
 * connection to each, the wires between them and what can be wrong with those, signals, and what
 * the nodes leave in their journals.
 */
@NullMarked
package io.timecoin.node.cli.cluster;

import org.jspecify.annotations.NullMarked;
