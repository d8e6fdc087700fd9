/** The preview of what is given away. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.support;
