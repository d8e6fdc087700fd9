/** The operator's glance. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.dashboard;
