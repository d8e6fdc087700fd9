/** Commands about the data of a node that is not running. */
@NullMarked
package io.timecoin.node.cli.store;

import org.jspecify.annotations.NullMarked;
