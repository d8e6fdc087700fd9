/**
 * What stands between the sockets and the engine's queue, on the threads that read: signature
 * checks, the dropping of votes that decide nothing any more, and the operator's commands.
 */
@NullMarked
package io.timecoin.node.runtime.intake;

import org.jspecify.annotations.NullMarked;
