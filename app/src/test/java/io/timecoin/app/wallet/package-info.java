/** Recovery words against published facts, and payments that neither lose nor make money. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet;
