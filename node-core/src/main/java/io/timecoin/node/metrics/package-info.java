/**
 * What a node tells of itself to programs that watch over it: meters in Prometheus's text format,
 * {@code /healthz} and {@code /readyz}, over HTTP on loopback. Knows no other shell: the runtime
 * hands in what there is to read.
 */
@NullMarked
package io.timecoin.node.metrics;

import org.jspecify.annotations.NullMarked;
