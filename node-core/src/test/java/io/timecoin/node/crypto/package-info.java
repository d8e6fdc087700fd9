/** Hashes, signatures and trees, against vectors and against their own laws. */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.crypto;
