/**
 * What several screens' view-models share: states, votes and payments in the words of the screens.
 * View-models know no scene and no message; they are shown a new state once a frame, on the thread
 * of the screens.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm;
