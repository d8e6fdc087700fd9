/** Every control in all its states on pictures, light and dark, for eyes to judge. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx.gallery;
