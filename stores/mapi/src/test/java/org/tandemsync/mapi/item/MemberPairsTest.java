package org.tandemsync.mapi.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.Member;

/** Members are written as uid/address, either may be empty; "?" is one of whom nothing is known. */
class MemberPairsTest {

  private static @Nullable Member member(String text) {
    int at = text.indexOf('/');
    return at < 0 ? null : new Member("", text.substring(at + 1), text.substring(0, at));
  }

  private static List<@Nullable Member> members(String text) {
    List<@Nullable Member> members = new ArrayList<>();
    for (String one : text.isEmpty() ? new String[0] : text.split(" ")) {
      members.add(member(one));
    }
    return members;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        // there              | wanted              | each one is           | missing
        "u1/a u2/b            | u1/a u2/b           | u1/a u2/b             | ''",
        "u1/a                 | u1/new              | u1/new                | ''",
        "u1/a                 | server1/A           | server1/A             | ''",
        "/a                   | u1/a                | u1/a                  | ''",
        "u1/a                 | ''                  | -                     | ''",
        "?                    | u1/a                | -                     | u1/a",
        // the address passes to somebody who is in the list, in either order, or is not yet
        "u1/a u2/b            | u2/a u1/new         | u1/new u2/a           | ''",
        "u2/b u1/a            | u2/a u1/new         | u2/a u1/new           | ''",
        "u1/a u2/b            | u2/a                | - u2/a                | ''",
        "u1/a                 | u2/a u1/new         | u1/new                | u2/a",
        // a contact with two of its addresses, and with one of them removed
        "u1/a u1/b            | u1/a u1/b           | u1/a u1/b             | ''",
        "u1/a u1/b            | u1/b                | - u1/b                | ''",
        // somebody who is in the list twice
        "u1/a /a              | u1/a                | u1/a u1/a             | ''",
        "u1/a /a              | server1/a           | server1/a server1/a   | ''",
        "u1/a u2/a            | u1/a                | u1/a -                | ''",
      })
  void eachIsWhoHasTheUidThenWhoHasTheAddress(
      String there, String wanted, String each, String missing) {
    MemberPairs pairs =
        MemberPairs.of(
            members(there), members(wanted).stream().map(Objects::requireNonNull).toList());
    assertThat(pairs.wanted()).containsExactlyElementsOf(members(each.isEmpty() ? "-" : each));
    assertThat(pairs.missing()).containsExactlyElementsOf(members(missing));
  }
}
