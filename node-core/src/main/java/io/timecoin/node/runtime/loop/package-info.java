/**
 * The one thread that owns the engine: events wait in a bounded queue, a turn takes what is there,
 * its records become durable with one write, and only then is anything sent.
 */
@NullMarked
package io.timecoin.node.runtime.loop;

import org.jspecify.annotations.NullMarked;
