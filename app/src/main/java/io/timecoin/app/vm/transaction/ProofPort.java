package io.timecoin.app.vm.transaction;

import io.timecoin.app.vm.Exported;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.tx.Transaction;
import java.util.function.Consumer;

/** Writes transactions and certificates for people and for files. */
public interface ProofPort {

  /** The transaction as indented JSON. */
  String json(Transaction transaction);

  /** The certificate as the indented JSON of its file. */
  String json(VoteCertificate.Finality certificate);

  /**
   * Asks where to, and writes; returns at once.
   *
   * @param suggestedName of the file
   * @param done told on the thread of the screens: where it is now, or why not
   */
  void export(String suggestedName, String text, Consumer<Exported> done);
}
