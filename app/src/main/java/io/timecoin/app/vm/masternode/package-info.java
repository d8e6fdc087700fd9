/** Running a masternode of one's own: a new private network, or one that others founded. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.masternode;
