package org.tandemsync.services.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All accounts and profiles, each in the order of the file. Names are unique. */
public record Configuration(List<Account> accounts, List<Profile> profiles) {
  public static final Configuration EMPTY = new Configuration(List.of(), List.of());

  public Configuration {
    accounts = List.copyOf(accounts);
    profiles = List.copyOf(profiles);
    unique(accounts.stream().map(Account::name).toList(), "accounts");
    unique(profiles.stream().map(Profile::name).toList(), "profiles");
  }

  public Optional<Account> account(String name) {
    return accounts.stream().filter(a -> a.name().equals(name)).findFirst();
  }

  public Optional<Profile> profile(String name) {
    return profiles.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  private static void unique(List<String> names, String what) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException("two " + what + " have the name '" + name + "'");
      }
    }
  }
}
