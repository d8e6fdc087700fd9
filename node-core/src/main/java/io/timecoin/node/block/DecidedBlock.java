package io.timecoin.node.block;

/** A block and the proof that it was decided: final, for ever and for everyone. */
public record DecidedBlock(Block block, BlockCertificate certificate) {
  /** Refuses a certificate of another block. */
  public DecidedBlock {
    if (certificate.height() != block.height() || !certificate.block().equals(block.hash())) {
      throw new IllegalArgumentException("the certificate is of another block");
    }
  }

  /** The block's height. */
  public long height() {
    return block.height();
  }
}
