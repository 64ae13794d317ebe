package org.tandemsync.pst.mapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
}
