/** What the states of money look like. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx.state;
