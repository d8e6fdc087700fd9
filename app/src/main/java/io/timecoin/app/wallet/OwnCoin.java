package io.timecoin.app.wallet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;

/**
 * An unspent output of ours.
 *
 * @param address whose key signs for it
 */
public record OwnCoin(OutPoint outPoint, Amount amount, Address address) {}
