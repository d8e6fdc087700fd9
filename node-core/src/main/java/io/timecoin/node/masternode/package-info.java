/**
 * Who votes: the masternode set of the genesis file, the quorum, and the genesis file itself with
 * its canonical form and hash.
 */
@NullMarked
package io.timecoin.node.masternode;

import org.jspecify.annotations.NullMarked;
