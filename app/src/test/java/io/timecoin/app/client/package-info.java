/** What is said after connects, gaps, refusals; and the whole client against a real node. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.client;
