/** Form rules and node rules of transactions. */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.tx;
