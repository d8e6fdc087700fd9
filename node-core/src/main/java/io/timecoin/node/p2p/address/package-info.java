/** Where peers may be: addresses, which of them are plausible, and when to try one again. */
@NullMarked
package io.timecoin.node.p2p.address;

import org.jspecify.annotations.NullMarked;
