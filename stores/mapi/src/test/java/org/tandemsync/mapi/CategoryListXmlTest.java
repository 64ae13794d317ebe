package org.tandemsync.mapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.items.MasterCategoryList.Category;

class CategoryListXmlTest {
  /** As Outlook writes it. */
  static final String OUTLOOK =
      """
      <?xml version="1.0"?>
      <categories default="Red Category" lastSavedSession="5" lastSavedTime="2026-10-02T03:01:50.429" xmlns="CategoryList.xsd">
      \t<category name="Red Category" color="0" keyboardShortcut="0" usageCount="7" lastTimeUsed="2026-10-02T03:01:50.429" lastSessionUsed="5" guid="{2B7FC69C-7046-44A2-8FF3-007D7467DC82}" renameOnFirstUse="1"/>
      \t<category name='Kunden &amp; Partner' color="24" keyboardShortcut="11" guid="{33A1F141-D00F-4F8A-8A57-A6AFA6B0A1B2}"/>
      \t<category name="None" color="-1" keyboardShortcut="3"/>
      </categories>
      """;

  private static MasterCategoryList parse(String xml) {
    return CategoryListXml.parse(xml.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @Test
  void namesColoursAndKeysAreRead() {
    assertThat(parse(OUTLOOK).categories())
        .containsExactly(
            new Category("Red Category", CategoryColor.RED, 0),
            new Category("Kunden & Partner", CategoryColor.DARK_MAROON, 11),
            new Category("None", CategoryColor.NONE, 3));
  }

  @Test
  void aNameIsFoundInAnyCaseAndTheFirstOfTwoCounts() {
    MasterCategoryList list =
        parse(
            "<categories><category name='A' color='7'/><category name='a'"
                + " color='3'/></categories>");
    assertThat(list.color(" a ")).isEqualTo(CategoryColor.BLUE);
    assertThat(list.color("b")).isEqualTo(CategoryColor.NONE);
    assertThat(list.first(CategoryColor.BLUE)).hasValue(new Category("A", CategoryColor.BLUE, 0));
    assertThat(list.first(CategoryColor.YELLOW)).isEmpty();
  }

  @Test
  void valuesThatOutlookDoesNotHaveAreNone() {
    assertThat(
            parse(
                    "<categories><category name='A' color='25' keyboardShortcut='12'/>"
                        + "<category name='B' color='red' keyboardShortcut='-1'/>"
                        + "<category color='1'/><category name=' '/><other name='C'/></categories>")
                .categories())
        .isEqualTo(
            List.of(
                new Category("A", CategoryColor.NONE, 0),
                new Category("B", CategoryColor.NONE, 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "categories",
        "<categories>",
        "<html/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + "<categories><category name='&x;'/></categories>",
        "<categories><category name='&x;'/></categories>"
      })
  void whatIsNoListIsNone(String xml) {
    assertThat(CategoryListXml.parse(xml.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static String recoloured(String xml, String name, CategoryColor color) {
    byte[] after =
        CategoryListEdit.recolour(
                xml.getBytes(StandardCharsets.UTF_8),
                Map.of(name, color),
                Instant.parse("2026-11-22T10:00:00Z"))
            .orElseThrow();
    return new String(after, StandardCharsets.UTF_8);
  }

  @Test
  void onlyColourAndTimesChange() {
    assertThat(recoloured(OUTLOOK, "KUNDEN & PARTNER", CategoryColor.RED))
        .isEqualTo(
            OUTLOOK
                .replace("color=\"24\"", "color=\"0\"")
                .replace(
                    "A6AFA6B0A1B2}\"/>",
                    "A6AFA6B0A1B2}\" lastTimeUsed=\"2026-11-22T10:00:00.000\"/>")
                .replace(
                    "lastSavedTime=\"2026-10-02T03:01:50.429\"",
                    "lastSavedTime=\"2026-11-22T10:00:00.000\""));
  }

  @Test
  void aMissingCategoryIsAddedAtTheEnd() {
    String after = recoloured(OUTLOOK, "Neu", CategoryColor.BLUE);
    assertThat(after).contains("<category name=\"Neu\" color=\"7\" keyboardShortcut=\"0\"");
    assertThat(parse(after).categories())
        .hasSize(4)
        .endsWith(new Category("Neu", CategoryColor.BLUE, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<categories/>",
        "<c:categories xmlns:c='CategoryList.xsd'><c:category\n"
            + "\tcolor='3' name='b'/></c:categories>",
        "<categories><!-- <category name='A' color='1'/> > --><unknown a='>'><category name='x'/>"
            + "</unknown></categories>",
        "\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?><categories"
            + " lastSavedTime='x'></categories>"
      })
  void whateverElseIsThereStays(String xml) {
    String after = recoloured(xml, "A", CategoryColor.GREEN);
    assertThat(parse(after).color("a")).isEqualTo(CategoryColor.GREEN);
    assertThat(parse(after).categories()).hasSize(parse(xml).categories().size() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html/>", "<categories>", "<categories><![CDATA[</categories>]]>"})
  void whatIsNoListIsLeftAlone(String xml) {
    assertThat(
            CategoryListEdit.recolour(
                xml.getBytes(StandardCharsets.UTF_8),
                Map.of("A", CategoryColor.RED),
                Instant.EPOCH))
        .isEmpty();
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("ab <>&\"'=/\u00e4\t")
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(n -> !n.isBlank() && n.indexOf('\t') < 0);
  }

  @Property(tries = 300, seed = "1")
  void anyNameComesBack(@ForAll("names") String name, @ForAll CategoryColor color) {
    String once = recoloured(OUTLOOK, name, color);
    assertThat(parse(once).color(name)).isEqualTo(color);
    assertThat(parse(recoloured(once, name, CategoryColor.NONE)).color(name))
        .isEqualTo(CategoryColor.NONE);
  }
}
