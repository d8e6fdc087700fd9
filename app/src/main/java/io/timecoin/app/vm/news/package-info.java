/** What is worth interrupting somebody for: money that came, a payment decided, a node in need. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.news;
