package io.timecoin.node.engine;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.ledger.Archive;
import io.timecoin.node.ledger.MemoryArchive;
import io.timecoin.node.masternode.Genesis;

/**
 * What the engine needs to know at birth.
 *
 * @param name originator in notifications
 * @param self this node's key; it votes if the key is a member's
 * @param hashSalt random number that keeps others from making hash collisions; never shows outside
 * @param archive what was settled before; read from while the engine lives
 * @param settle when more of it is to be settled
 */
public record EngineConfig(
    Genesis genesis,
    PublicKey self,
    String name,
    String version,
    long hashSalt,
    Archive archive,
    SettleRules settle) {
  /** With an archive that lasts as long as the program. */
  public EngineConfig(Genesis genesis, PublicKey self, String name, String version, long hashSalt) {
    this(genesis, self, name, version, hashSalt, new MemoryArchive(), SettleRules.DEFAULT);
  }
}
