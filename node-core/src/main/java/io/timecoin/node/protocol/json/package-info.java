/**
 * The JSON form of every value and message: one table of fields each, which writes and reads alike.
 * Reading is strict: an integer is never a float, a text or a boolean, no field is missing, no key
 * occurs twice, every list and text has a bound. Jackson is used here alone and is not exported;
 * other parts of the node may build their own shapes on these. Source: protocol.md 6.
 */
@NullMarked
package io.timecoin.node.protocol.json;

import org.jspecify.annotations.NullMarked;
