package io.timecoin.app.vm.dashboard;

import io.timecoin.app.vm.StateKind;

/**
 * One transition of the live feed.
 *
 * @param number rises with every transition
 * @param units the amount, in units of 10⁻⁸ TIME
 */
public record FeedView(
    long number,
    long atMillis,
    String outPoint,
    long units,
    StateKind from,
    StateKind to,
    int votes) {}
