package io.timecoin.app.wallet;

import io.timecoin.node.base.Address;

/** Somebody to pay, under the name people know them by. */
public record Contact(String name, Address address) {}
