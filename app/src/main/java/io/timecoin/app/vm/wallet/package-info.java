/** The wallet's home: what it holds, who can be paid, what happened last. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.wallet;
