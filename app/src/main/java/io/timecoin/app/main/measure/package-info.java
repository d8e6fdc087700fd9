/** How fast the window is: what {@code ./timekeeper bench app} runs. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.main.measure;
