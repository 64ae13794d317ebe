package org.tandemsync.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.outlook.model.Categories;
import org.tandemsync.outlook.standin.Desk;

class MasterCategoriesTest {

  @Test
  void coloursAndKeysAreWrittenAndReadAndWhatIsNotNamedStays() {
    try (Desk desk = new Desk()) {
      try (Categories outlook = desk.session.categories()) {
        outlook.add("Garden").close();
        MasterCategoryList wanted =
            new MasterCategoryList(
                List.of(
                    new MasterCategoryList.Category("Tea", CategoryColor.DARK_MAROON, 3),
                    new MasterCategoryList.Category("Croquet", CategoryColor.NONE, 0)));
        assertThat(MasterCategories.write(wanted, outlook)).isTrue();
        assertThat(MasterCategories.write(wanted, outlook)).isFalse();
        MasterCategoryList recoloured =
            new MasterCategoryList(
                List.of(new MasterCategoryList.Category("TEA", CategoryColor.RED, 11)));
        assertThat(MasterCategories.write(recoloured, outlook)).isTrue();
        assertThat(MasterCategories.read(outlook).categories())
            .containsExactly(
                new MasterCategoryList.Category("Garden", CategoryColor.NONE, 0),
                new MasterCategoryList.Category("Tea", CategoryColor.RED, 11),
                new MasterCategoryList.Category("Croquet", CategoryColor.NONE, 0));
      }
      for (CategoryColor color : CategoryColor.values()) {
        try (Categories outlook = desk.session.categories()) {
          MasterCategoryList one =
              new MasterCategoryList(
                  List.of(new MasterCategoryList.Category(color.name(), color, 0)));
          MasterCategories.write(one, outlook);
          assertThat(MasterCategories.read(outlook).color(color.name())).isEqualTo(color);
        }
      }
      desk.close();
      assertThat(desk.outlook.references()).isZero();
    }
  }
}
