/**
 * What decided blocks have settled, as it is kept outside of the engine's memory: the port to the
 * archive, what goes through it, and an archive in memory.
 */
@NullMarked
package io.timecoin.node.ledger;

import org.jspecify.annotations.NullMarked;
