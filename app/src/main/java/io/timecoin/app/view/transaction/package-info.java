/** The table of payments, and one payment walking to its proof. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.transaction;
