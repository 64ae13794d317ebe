package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.convert.CardSettings;
import org.tandemsync.convert.CardSettings.ChatFormat;
import org.tandemsync.convert.CardVersion;
import org.tandemsync.convert.GroupFormat;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.items.Family;
import org.tandemsync.services.StoreOptions;
import org.tandemsync.services.configuration.Options;
import org.tandemsync.services.configuration.OptionsText;

/** How cards are written on each server: what nobody chose is as the server likes it. */
class LensOptionsTest {

  record Row(
      String host,
      boolean sogo,
      boolean version4Only,
      String options,
      CardVersion version,
      GroupFormat groups,
      ChatFormat chat) {}

  static List<Row> rows() {
    CardVersion v3 = CardVersion.V3;
    CardVersion v4 = CardVersion.V4;
    GroupFormat apple = GroupFormat.ADDRESSBOOKSERVER;
    ChatFormat x = ChatFormat.PROPERTIES;
    String cloud = "p01-contacts.icloud.com";
    return List.of(
        new Row("dav.example", false, false, "", v3, apple, x),
        new Row("dav.example", true, false, "", v3, GroupFormat.VLIST, x),
        new Row("dav.example", false, true, "", v4, GroupFormat.VCARD4, x),
        new Row(cloud, false, false, "", v3, apple, ChatFormat.IMPP),
        new Row("fake-icloud.com", false, false, "", v3, apple, x),
        new Row(cloud, false, false, "contacts = { im-format = \"properties\" }", v3, apple, x),
        new Row("dav.example", true, false, "lists = { format = \"icloud\" }", v3, apple, x),
        new Row(
            "dav.example",
            false,
            true,
            "contacts = { vcard = \"3.0\" }\nlists = { format = \"x-kind\" }",
            v3,
            GroupFormat.X_KIND,
            x));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void asTheServerLikesIt(Row row) {
    Options options = OptionsText.read(row.options);
    LensSettings settings =
        LensOptions.settings(
            new StoreOptions(Family.CONTACTS, ZoneOffset.UTC, Set.of(), options),
            InstantSource.fixed(Instant.EPOCH));
    DavCollection book =
        new DavCollection(
            Href.ofPath("/book/"),
            "https://" + row.host + "/book/",
            Set.of(Family.CONTACTS),
            "book",
            "",
            true,
            0,
            "",
            Set.of(),
            row.sogo,
            row.version4Only,
            "",
            "");
    CardSettings cards = LensOptions.suited(settings, options, book).cards();
    assertThat(List.of(cards.version(), cards.groups(), cards.chat()))
        .isEqualTo(List.of(row.version, row.groups, row.chat));
  }
}
