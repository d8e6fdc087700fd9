/** The wire: shapes, strictness, round trips. */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.protocol;
