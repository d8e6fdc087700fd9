package io.timecoin.app.wallet.keys;

/** How far both chains of an account have been used. */
public record Positions(ChainPosition receive, ChainPosition change) {

  /** A new account. */
  public static final Positions START = new Positions(ChainPosition.START, ChainPosition.START);

  /** That of one chain. */
  public ChainPosition of(KeyChain chain) {
    return switch (chain) {
      case RECEIVE -> receive;
      case CHANGE -> change;
    };
  }

  /** With another position in one chain. */
  public Positions with(KeyChain chain, ChainPosition position) {
    return switch (chain) {
      case RECEIVE -> new Positions(position, change);
      case CHANGE -> new Positions(receive, position);
    };
  }

  /** After the address at that path was paid. */
  public Positions paid(KeyPath path) {
    return with(path.chain(), of(path.chain()).paid(path.index()));
  }
}
