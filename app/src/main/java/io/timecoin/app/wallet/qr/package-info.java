/** QR codes, to be shown and to be read from pictures. Pure; the pictures are arrays of pixels. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet.qr;
