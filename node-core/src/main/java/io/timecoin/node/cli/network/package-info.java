/** Commands that run nodes: one, a private network of them, and the demonstration. */
@NullMarked
package io.timecoin.node.cli.network;

import org.jspecify.annotations.NullMarked;
