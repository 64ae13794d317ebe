package org.tandemsync.mapi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a message, or what a new one is to hold. Codecs fill it, the file layer carries it
 * out: it adds what follows from the place of the message (size, times of creation and change,
 * search key, the flag that there are attachments, rows of tables).
 *
 * <p>Attachments that are there are named by their position in {@code before().attachments()}.
 * Those that are not named stay as they are, byte by byte, and so do the recipients unless {@link
 * #recipients(List)} is called.
 */
public final class MessageEdit {
  private final Message before;
  private final PropertyEdits properties;
  private final Map<Integer, AttachmentEdit> changedAttachments = new TreeMap<>();
  private final SortedSet<Integer> removedAttachments = new TreeSet<>();
  private final List<AttachmentEdit> newAttachments = new ArrayList<>();
  private @Nullable List<PropertyEdits> recipients;

  private MessageEdit(Message before) {
    this.before = before;
    this.properties = new PropertyEdits(before.properties());
  }

  /** Changes a message that is there. */
  public static MessageEdit of(Message before) {
    return new MessageEdit(before);
  }

  /** A message that is not there yet. */
  public static MessageEdit ofNew() {
    return new MessageEdit(Nothing.MESSAGE);
  }

  /** What the message had before all changes. */
  public Message before() {
    return before;
  }

  /** Whether the message is not there yet. */
  public boolean isNew() {
    return before == Nothing.MESSAGE;
  }

  public PropertyEdits properties() {
    return properties;
  }

  /**
   * All recipients that the message is to have, in order. A recipient that stays is made of its bag
   * ({@code new PropertyEdits(bag)}), so that what we do not know of it stays too.
   */
  public void recipients(List<PropertyEdits> all) {
    recipients = List.copyOf(all);
  }

  /** All recipients that it is to have, or empty if they stay as they are. */
  public Optional<List<PropertyEdits>> recipients() {
    return Optional.ofNullable(recipients);
  }

  /** Changes to the attachment at a position. */
  public AttachmentEdit attachment(int position) {
    return changedAttachments.computeIfAbsent(
        position, p -> AttachmentEdit.of(before.attachments().get(p)));
  }

  public void removeAttachment(int position) {
    removedAttachments.add(position);
  }

  /** A further attachment. */
  public AttachmentEdit addAttachment() {
    AttachmentEdit added = AttachmentEdit.ofNew();
    newAttachments.add(added);
    return added;
  }

  public Map<Integer, AttachmentEdit> changedAttachments() {
    return Collections.unmodifiableMap(changedAttachments);
  }

  public SortedSet<Integer> removedAttachments() {
    return Collections.unmodifiableSortedSet(removedAttachments);
  }

  public List<AttachmentEdit> newAttachments() {
    return Collections.unmodifiableList(newAttachments);
  }

  /** The message from which a new one starts. */
  private enum Nothing implements Message {
    MESSAGE;

    private static final PropertyBag NO_PROPERTIES =
        new PropertyBag(List.of(), NameMap.NONE, StandardCharsets.UTF_8);

    @Override
    public PropertyBag properties() {
      return NO_PROPERTIES;
    }

    @Override
    public List<PropertyBag> recipients() {
      return List.of();
    }

    @Override
    public List<AttachedObject> attachments() {
      return List.of();
    }
  }
}
