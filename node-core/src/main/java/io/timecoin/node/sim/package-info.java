/**
 * A network that fails every way it can, in one thread and in virtual time: real engines, journals
 * and codecs; simulated clocks, disks, wires, liars and wallets. Everything that happens in a run
 * follows from its seed, its profile and its list of faults, so that a run that breaks a promise
 * can be replayed, and its faults left out one by one until only those remain that matter.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.sim;
