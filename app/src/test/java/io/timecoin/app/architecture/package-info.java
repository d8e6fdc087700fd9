/**
 * The app's house rules as tests: who may import whom, and where JavaFX ends. Each rule takes the
 * root packages it speaks about, so the same rule is held against the product and against {@code
 * fixture}, a small copy of the house in which every rule is broken on purpose.
 */
package io.timecoin.app.architecture;
