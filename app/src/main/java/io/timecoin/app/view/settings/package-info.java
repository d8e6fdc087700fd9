/** The page of choices: looks, language, discretion, notices, security, and where things are. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.settings;
