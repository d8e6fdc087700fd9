package io.timecoin.app.wallet.book;

/**
 * Everything people wrote beside their money.
 *
 * @param others records of kinds unknown here, kept for the wallets that know them
 */
public record Book(Labels labels, Contacts contacts, Frozen frozen, OtherRecords others) {

  /** Nothing was written yet. */
  public static final Book EMPTY =
      new Book(Labels.NONE, Contacts.NONE, Frozen.NONE, OtherRecords.NONE);

  /** With other labels. */
  public Book with(Labels changed) {
    return new Book(changed, contacts, frozen, others);
  }

  /** With other contacts. */
  public Book with(Contacts changed) {
    return new Book(labels, changed, frozen, others);
  }

  /** With other outputs frozen. */
  public Book with(Frozen changed) {
    return new Book(labels, contacts, changed, others);
  }

  Book with(OtherRecords changed) {
    return new Book(labels, contacts, frozen, changed);
  }
}
