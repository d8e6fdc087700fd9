/** What people may choose about the app itself, kept between starts. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.settings;
