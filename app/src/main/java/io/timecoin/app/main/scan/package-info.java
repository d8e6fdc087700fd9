/** Reading of QR codes in files and on the clipboard. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.main.scan;
