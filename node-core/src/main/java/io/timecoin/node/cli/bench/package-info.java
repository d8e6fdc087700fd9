/** How fast it is: the specification's figures, measured on real nodes by whoever wants to know. */
@NullMarked
package io.timecoin.node.cli.bench;

import org.jspecify.annotations.NullMarked;
