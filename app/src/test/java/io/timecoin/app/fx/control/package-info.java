/** The parts that answer to mouse and keyboard. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx.control;
