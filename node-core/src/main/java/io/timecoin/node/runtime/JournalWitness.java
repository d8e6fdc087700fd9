package io.timecoin.node.runtime;

import io.timecoin.node.runtime.keys.OwnerOnlyFile;
import io.timecoin.node.store.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers outside the journal which journal belongs to a key, so that a node whose journal was
 * lost does not begin a new one and contradict votes it no longer knows. Source: protocol.md 4.
 */
final class JournalWitness {
  private JournalWitness() {}

  static void check(Journal journal, Path witness) throws NodeStartException {
    String id = journal.id().toString();
    try {
      if (!Files.exists(witness)) {
        OwnerOnlyFile.create(witness, id + "\n");
      } else if (!Files.readString(witness).strip().equals(id)) {
        throw new NodeStartException(
            "this key has voted with another journal, which is not here (see " + witness + ")",
            "Bring the lost journal folder back. If it is gone for good, make a new masternode key:"
                + " with this one the node could contradict a vote it has forgotten.",
            null);
      }
    } catch (IOException e) {
      throw new NodeStartException(
          "cannot read or write " + witness, "Check the disk and the folder's permissions.", e);
    }
  }
}
