/** The first screen, the form for a remote node and the page for operators. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.welcome;
