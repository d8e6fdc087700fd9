package io.timecoin.app.wallet.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.app.wallet.Contact;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.AddressVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactsTest {

  private static final Contact ALICE = new Contact("Alice", address(1));
  private static final Contact BOB = new Contact("Bob", address(2));
  private static final Contacts BOTH = new Contacts(List.of(BOB, ALICE));

  private static Address address(int number) {
    byte[] hash = new byte[Address.HASH_BYTES];
    hash[0] = (byte) number;
    return Address.of(AddressVersion.TEST, hash);
  }

  private static Contacts changed(Contacts.Change change) {
    assertThat(change).isInstanceOf(Contacts.Changed.class);
    return ((Contacts.Changed) change).contacts();
  }

  @Test
  void contactsAreListedByName() {
    assertThat(BOTH.list()).containsExactly(ALICE, BOB);
    Contacts three = changed(BOTH.add(" anna\t", address(3)));
    assertThat(three.list()).extracting(Contact::name).containsExactly("Alice", "anna", "Bob");
    assertThat(three.of("ANNA")).isPresent();
    assertThat(three.of(address(3))).isPresent();
    assertThat(BOTH.list()).hasSize(2);
  }

  @Test
  void takenNamesAndAddressesAreRefusedNamingWhoHasThem() {
    assertThat(BOTH.add(" bOB", address(3))).isEqualTo(new Contacts.NameTaken(BOB));
    assertThat(BOTH.add("Carol", address(2))).isEqualTo(new Contacts.AddressTaken(BOB));
    assertThat(BOTH.rename("Alice", "bob")).isEqualTo(new Contacts.NameTaken(BOB));
  }

  @Test
  void namesMustBeThereAndShort() {
    assertThat(BOTH.add(" \n", address(3))).isEqualTo(new Contacts.NameMissing());
    assertThat(BOTH.rename("Bob", "")).isEqualTo(new Contacts.NameMissing());
    assertThat(BOTH.add("x".repeat(61), address(3))).isEqualTo(new Contacts.NameTooLong());
    assertThat(changed(BOTH.add("x".repeat(60), address(3))).list()).hasSize(3);
  }

  @Test
  void renamedContactKeepsTheAddress() {
    assertThat(changed(BOTH.rename("bob", "Robert")).list())
        .containsExactly(ALICE, new Contact("Robert", address(2)));
    assertThat(changed(BOTH.rename("Bob", "BOB")).of("bob").orElseThrow().name()).isEqualTo("BOB");
  }

  @Test
  void removedContactIsGone() {
    assertThat(changed(BOTH.remove("ALICE")).list()).containsExactly(BOB);
  }

  @Test
  void strangersAreNeitherRenamedNorRemoved() {
    assertThat(BOTH.rename("Carol", "x")).isEqualTo(new Contacts.Unknown("Carol"));
    assertThat(BOTH.remove("Carol")).isEqualTo(new Contacts.Unknown("Carol"));
  }

  @Test
  void listWithTheSameNameOrAddressTwiceIsNone() {
    assertThatThrownBy(() -> new Contacts(List.of(BOB, new Contact("bob ", address(3)))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Contacts(List.of(BOB, new Contact("Carol", address(2)))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
