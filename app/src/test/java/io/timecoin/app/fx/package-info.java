/** The look's own promises: readable colours, complete texts, one hop a frame. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx;
