/** Looking after a wallet: its words, its file, what is written beside the money, its history. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.manage;
