/** What helps when something is wrong: the log, and a bundle of facts without secrets. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.main.support;
