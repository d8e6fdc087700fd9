/** Seven tiles going from starting to ready, or saying why not. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.network;
