/** Values for tests: arbitrary ones, and small networks with real keys. */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.samples;
