package org.tandemsync.items;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An Outlook distribution list (contact group).
 *
 * @param uid UID of the resource; for appointments the one of the Global Object ID; may be empty
 * @param name the name of the list
 * @param fileAs what the list is filed under
 * @param nickname nickname (SOGo lists have one)
 * @param members the members, each once
 * @param notes the text
 * @param categories the categories
 * @param sensitivity normal, personal, private or confidential
 * @param userProperties Outlook's user properties of type text, by name
 * @param created when the item was made, UTC; derived, never merged
 * @param modified when it was last changed by the clock of its own side, UTC; derived, never merged
 */
public record DistributionList(
    String uid,
    String name,
    String fileAs,
    String nickname,
    List<Member> members,
    Body notes,
    Categories categories,
    Sensitivity sensitivity,
    Map<String, String> userProperties,
    @Nullable Instant created,
    @Nullable Instant modified)
    implements Item {

  public DistributionList {
    members = unique(members);
    userProperties = Collections.unmodifiableMap(new TreeMap<>(userProperties));
  }

  private static List<Member> unique(List<Member> members) {
    Map<String, Member> byKey = new LinkedHashMap<>();
    for (Member member : members) {
      Member other = byKey.putIfAbsent(member.key(), member);
      // two people may share an address: the second one is known by UID alone
      if (other != null
          && !other.uid().isEmpty()
          && !member.uid().isEmpty()
          && !other.uid().equalsIgnoreCase(member.uid())) {
        Member alone = new Member(member.name(), "", member.uid());
        byKey.putIfAbsent(alone.key(), alone);
      }
    }
    return List.copyOf(byKey.values());
  }

  /** A new, empty one. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this one. */
  public Builder toBuilder() {
    Builder b = new Builder();
    b.uid = uid;
    b.name = name;
    b.fileAs = fileAs;
    b.nickname = nickname;
    b.members = members;
    b.notes = notes;
    b.categories = categories;
    b.sensitivity = sensitivity;
    b.userProperties = userProperties;
    b.created = created;
    b.modified = modified;
    return b;
  }

  @Override
  public String title() {
    return name;
  }

  @Override
  public ItemType type() {
    return ItemType.DISTRIBUTION_LIST;
  }

  @Override
  public DistributionList withUid(String value) {
    return toBuilder().uid(value).build();
  }

  /**
   * Builds DistributionList values one field at a time; what is not set is empty or Outlook's
   * default.
   */
  public static final class Builder {
    private String uid = "";
    private String name = "";
    private String fileAs = "";
    private String nickname = "";
    private List<Member> members = List.of();
    private Body notes = Body.EMPTY;
    private Categories categories = Categories.NONE;
    private Sensitivity sensitivity = Sensitivity.NORMAL;
    private Map<String, String> userProperties = Map.of();
    private @Nullable Instant created = null;
    private @Nullable Instant modified = null;

    private Builder() {}

    public Builder uid(String value) {
      uid = value;
      return this;
    }

    public Builder name(String value) {
      name = value;
      return this;
    }

    public Builder fileAs(String value) {
      fileAs = value;
      return this;
    }

    public Builder nickname(String value) {
      nickname = value;
      return this;
    }

    public Builder members(List<Member> value) {
      members = value;
      return this;
    }

    public Builder notes(Body value) {
      notes = value;
      return this;
    }

    public Builder categories(Categories value) {
      categories = value;
      return this;
    }

    public Builder sensitivity(Sensitivity value) {
      sensitivity = value;
      return this;
    }

    public Builder userProperties(Map<String, String> value) {
      userProperties = value;
      return this;
    }

    public Builder created(@Nullable Instant value) {
      created = value;
      return this;
    }

    public Builder modified(@Nullable Instant value) {
      modified = value;
      return this;
    }

    public DistributionList build() {
      return new DistributionList(
          uid,
          name,
          fileAs,
          nickname,
          members,
          notes,
          categories,
          sensitivity,
          userProperties,
          created,
          modified);
    }
  }
}
