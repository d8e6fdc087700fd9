/** Pictures of numbers: where a spend's money goes, and how fast payments become final. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx.chart;
