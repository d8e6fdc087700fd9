/** What several screens share: how states and votes of the view-models look, and small parts. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view;
