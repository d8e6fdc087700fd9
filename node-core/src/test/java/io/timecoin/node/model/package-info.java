/** The model of the rules in {@code docs/model}, run by spin. */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.model;
