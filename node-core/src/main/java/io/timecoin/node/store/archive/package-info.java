/** The archive on disk: RocksDB behind the engine's port, with its keys, values and upkeep. */
@NullMarked
package io.timecoin.node.store.archive;

import org.jspecify.annotations.NullMarked;
