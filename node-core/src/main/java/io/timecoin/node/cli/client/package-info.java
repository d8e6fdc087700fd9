/** Commands that talk to a node over WebSocket, as any wallet does, and their connection. */
@NullMarked
package io.timecoin.node.cli.client;

import org.jspecify.annotations.NullMarked;
