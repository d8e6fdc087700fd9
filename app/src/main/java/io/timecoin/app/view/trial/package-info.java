/**
 * "Try to break it": the demo's masternodes, what can be done to them, and what payments do then.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.trial;
