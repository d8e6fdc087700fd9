/**
 * What the app knows of a wallet and its network, as immutable values, and the pure functions that
 * take one message further. Times are microseconds since 1970 by the app's own clock, at which a
 * message arrived.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.state;
