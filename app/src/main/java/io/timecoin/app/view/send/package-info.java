/** The form, the picture of what will happen, one button. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.send;
