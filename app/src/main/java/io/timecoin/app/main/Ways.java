package io.timecoin.app.main;

import io.timecoin.app.view.next.NextView;

/** Ways out of a desk's pages. */
interface Ways extends NextView.Actions {

  /** Asks for the password of the wallet that is open, and gives it its keys again. */
  void unlock();

  /** Clears the keys of the wallet that is open. */
  void lockWallet();
}
