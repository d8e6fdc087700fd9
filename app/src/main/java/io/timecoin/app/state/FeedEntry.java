package io.timecoin.app.state;

import io.timecoin.node.base.OutPoint;

/**
 * One state transition for the live feed.
 *
 * @param number counts all entries of the session, from 1
 * @param at when the app heard of it
 * @param votes counted in the new state, 0 where it counts none
 */
public record FeedEntry(
    long number, long at, OutPoint outPoint, long units, Stage from, Stage to, int votes) {}
