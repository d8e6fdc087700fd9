/**
 * Hashing, Ed25519 and Merkle trees. Which cryptographic provider runs is decided here alone, and
 * every provider gives the same answer (protocol.md 2: strict verification).
 */
@NullMarked
package io.timecoin.node.crypto;

import org.jspecify.annotations.NullMarked;
