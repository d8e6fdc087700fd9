/** The wizard for operators: found a network, or run a masternode of one that is there. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.masternode;
