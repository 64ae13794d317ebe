package org.tandemsync.pst;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.mapi.Tags;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.PropertyContext;
import org.tandemsync.pst.format.TableContext;

/** A message in a data file: a node with properties, recipients and attachments. */
final class MessageNode implements Message {
  /** Messages are in messages in messages: this deep they are followed. */
  private static final int MOST_DEPTH = 8;

  private static final int OBJECT = 0x000D;

  private final Node node;
  private final NameMap names;
  private final Charset ansi;
  private final int depth;
  private final PropertyBag properties;

  MessageNode(Node node, NameMap names, Charset ansi) {
    this(node, names, ansi, 0);
  }

  private MessageNode(Node node, NameMap names, Charset ansi, int depth) {
    this.node = node;
    this.names = names;
    this.depth = depth;
    this.properties = new PropertyBag(new PropertyContext(node).properties(), names, ansi);
    this.ansi = properties.ansi();
  }

  NodeId id() {
    return node.id();
  }

  Node node() {
    return node;
  }

  @Override
  public PropertyBag properties() {
    return properties;
  }

  /** The table is absent when there is nobody. */
  @Override
  public List<PropertyBag> recipients() {
    List<PropertyBag> recipients = new ArrayList<>();
    Optional<Node> table = node.subnode(NodeId.RECIPIENT_TABLE);
    if (table.isPresent()) {
      TableContext context = new TableContext(table.get());
      for (TableContext.Row row : context.rows()) {
        recipients.add(new PropertyBag(context.cells(row), names, ansi));
      }
    }
    return recipients;
  }

  /** In the order of the table; the subnodes are the truth where there is no table. */
  @Override
  public List<AttachedObject> attachments() {
    List<AttachedObject> attachments = new ArrayList<>();
    Optional<Node> table = node.subnode(NodeId.ATTACHMENT_TABLE);
    if (table.isPresent()) {
      for (TableContext.Row row : new TableContext(table.get()).rows()) {
        attachments.add(new AttachmentNode(node.requireSubnode(new NodeId(row.id()))));
      }
    }
    return attachments;
  }

  /** An attachment: a subnode with properties. */
  final class AttachmentNode implements AttachedObject {
    private final Node attachment;
    private final PropertyBag bag;

    AttachmentNode(Node attachment) {
      this.attachment = attachment;
      this.bag = new PropertyBag(new PropertyContext(attachment).properties(), names, ansi);
    }

    Node node() {
      return attachment;
    }

    @Override
    public PropertyBag properties() {
      return bag;
    }

    @Override
    public Optional<Message> embedded() {
      RawProperty data = bag.find(Tags.ATTACHMENT_DATA).orElse(null);
      if (data == null || data.type() != OBJECT) {
        return Optional.empty();
      }
      if (depth == MOST_DEPTH) {
        throw new DamagedException("messages are attached to one another too deeply");
      }
      NodeId id = new NodeId(data.value().all(PropertyBag.MOST).i32(0));
      return Optional.of(new MessageNode(attachment.requireSubnode(id), names, ansi, depth + 1));
    }
  }
}
