/** Proof that the build's own tools and checks run, and that they bite. */
package io.timecoin.node.build;
