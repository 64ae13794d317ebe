package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The calendar of to.pst with two folders of files: "Work" with from, and "Phone" with phone, in
 * which a test plays Outlook's user.
 */
final class WorkAndPhone {
  private static final String PROFILES =
      """
      [[profiles]]
      name = "Work"
      outlook = { pst = "to.pst", folder = "Calendar" }
      server = { folder = "from" }

      [[profiles]]
      name = "Phone"
      outlook = { pst = "to.pst", folder = "Calendar" }
      server = { folder = "phone" }
      """;

  private WorkAndPhone() {}

  static void apply(Shell shell) {
    Shell.Answer applied = shell.file("tandem.toml", PROFILES).tandem("apply", "-f", "tandem.toml");
    assertThat(applied.status()).as(applied.all()).isZero();
  }
}
