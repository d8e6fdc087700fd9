/** The program as a newcomer meets it. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.main;
