/** The specification's "Example Integration", compiled and run by the tests. */
package io.timecoin.node.examples;
