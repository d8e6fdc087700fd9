/** The JSON of values: the reference's vectors, strictness, bounds. */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.protocol.json;
