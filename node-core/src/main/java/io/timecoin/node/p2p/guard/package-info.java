/** What a peer may do how often, what it did wrong, and who is kept out until when. */
@NullMarked
package io.timecoin.node.p2p.guard;

import org.jspecify.annotations.NullMarked;
