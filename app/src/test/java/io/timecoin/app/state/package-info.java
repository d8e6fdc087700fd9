/**
 * What every message does to what the app knows, and that a hundred thousand outputs are no load.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.state;
