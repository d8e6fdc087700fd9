package io.timecoin.node.engine;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.masternode.Genesis;

/**
 * What the engine needs to know at birth.
 *
 * @param name originator in notifications
 * @param self this node's key; it votes if the key is a member's
 * @param hashSalt random number that keeps others from making hash collisions; never shows outside
 */
public record EngineConfig(
    Genesis genesis, PublicKey self, String name, String version, long hashSalt) {}
