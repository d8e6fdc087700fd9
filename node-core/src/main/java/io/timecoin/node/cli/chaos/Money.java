package io.timecoin.node.cli.chaos;

import io.timecoin.node.tx.CoinSelection.Coin;

/**
 * A coin and whose it is.
 *
 * @param owner index of a wallet of the network
 */
record Money(Coin coin, int owner) {}
