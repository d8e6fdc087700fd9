/** Values that cannot be invalid, tried with invalid ones. */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.base;
