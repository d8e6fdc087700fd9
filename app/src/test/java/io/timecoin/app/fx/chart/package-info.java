/** The arithmetic behind the pictures. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx.chart;
