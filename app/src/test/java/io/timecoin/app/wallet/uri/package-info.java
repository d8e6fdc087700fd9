/** Links from shops, chats and people who mean no good. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet.uri;
