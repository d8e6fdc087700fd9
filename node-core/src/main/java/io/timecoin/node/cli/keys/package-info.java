/** Commands that make keys and private networks. */
@NullMarked
package io.timecoin.node.cli.keys;

import org.jspecify.annotations.NullMarked;
