/**
 * A wallet on disk: one encrypted file that is never half written. The only part of the wallet that
 * touches the disk; every call here blocks and may take half a second.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet.file;
