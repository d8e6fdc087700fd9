/**
 * Small immutable values that cannot be invalid: amounts, identifiers, keys, signatures. Everything
 * else is built from them, and they know nothing of anything else.
 */
@NullMarked
package io.timecoin.node.base;

import org.jspecify.annotations.NullMarked;
