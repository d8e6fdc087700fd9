/** Screens under load. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view;
