/** What ends up in somebody's spreadsheet. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet.history;
