/** A masternode of one's own inside this program. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.main.node;
