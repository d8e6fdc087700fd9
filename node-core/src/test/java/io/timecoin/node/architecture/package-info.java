/**
 * The house rules as tests: which package may import which, and what the pure part must not touch.
 * Each rule takes the root package it speaks about, so the same rule is held against the product
 * and against {@code fixture}, a small copy of the house in which every rule is broken on purpose.
 */
package io.timecoin.node.architecture;
