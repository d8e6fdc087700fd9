/** Where the program starts and its parts are wired together by hand, in one place. */
@NullMarked
package io.timecoin.app.main;

import org.jspecify.annotations.NullMarked;
