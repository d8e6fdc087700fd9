/** News in words. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.news;
