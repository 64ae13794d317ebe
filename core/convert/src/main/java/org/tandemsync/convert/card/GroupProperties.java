package org.tandemsync.convert.card;

import java.util.List;
import org.tandemsync.convert.PropertyPairs;
import org.tandemsync.items.DistributionList;

/** The properties of a distribution list in all three formats. */
final class GroupProperties {
  private GroupProperties() {}

  static List<CardProperty<DistributionList, DistributionList.Builder>> of(PropertyPairs pairs) {
    return List.of(
        new GroupName(),
        SpelledProperty.text(
            "file-as",
            DistributionList::fileAs,
            DistributionList.Builder::fileAs,
            "X-EVOLUTION-FILE-AS"),
        new NotesProperty<>(DistributionList::notes, (b, v) -> b.notes(v)),
        SpelledProperty.text(
            "nickname",
            DistributionList::nickname,
            DistributionList.Builder::nickname,
            List.of(new ListSpelling("NICKNAME"))),
        new CategoriesProperty<>(DistributionList::categories, (b, v) -> b.categories(v)),
        new SensitivityProperty<>(DistributionList::sensitivity, (b, v) -> b.sensitivity(v)),
        new UserProperties<>(
            pairs, DistributionList::userProperties, (b, v) -> b.userProperties(v)),
        new Members());
  }
}
