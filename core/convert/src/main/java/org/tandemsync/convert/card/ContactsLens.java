package org.tandemsync.convert.card;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.tandemsync.convert.GroupFormat;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Document;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Item;
import org.tandemsync.items.Loss;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Task;

/** Contacts and distribution lists as vCards and VLISTs. */
public final class ContactsLens implements ResourceLens {
  private static final String STAMP = "X-TANDEM-STAMP";
  private static final Set<String> KIND_PROPERTIES =
      Set.of("KIND", "X-KIND", "X-ADDRESSBOOKSERVER-KIND");

  /** No person reads more of one card; one may be made to have millions. */
  private static final int MOST_LOSSES = 1000;

  private final LensSettings settings;
  private final List<CardProperty<Contact, Contact.Builder>> contactProperties;
  private final List<CardProperty<DistributionList, DistributionList.Builder>> groupProperties;

  public ContactsLens(LensSettings settings) {
    this.settings = settings;
    this.contactProperties = ContactProperties.of(settings.cards(), settings.propertyPairs());
    this.groupProperties = GroupProperties.of(settings.propertyPairs());
  }

  @Override
  public Reading get(String text) {
    return switch (CardReader.read(text)) {
      case CardReader.Other other -> other.reading();
      case CardReader.OneCard one -> understood(one.card());
    };
  }

  private Reading understood(Card card) {
    List<Loss> losses = new ArrayList<>();
    Item item = item(card, losses);
    String stamp = card.text(STAMP).strip();
    return new Reading.Understood(item, stamp.isEmpty() ? null : stamp, List.copyOf(losses));
  }

  private Item item(Card card, List<Loss> losses) {
    Consumer<Loss> lose =
        loss -> {
          if (losses.size() < MOST_LOSSES) {
            losses.add(loss);
          }
        };
    String uid = card.text("UID").strip();
    if (isGroup(card)) {
      DistributionList.Builder list = DistributionList.builder().uid(uid);
      groupProperties.forEach(p -> p.read(card, list, lose));
      return list.modified(Revision.read(card)).build();
    }
    Contact.Builder contact = Contact.builder().uid(uid);
    contactProperties.forEach(p -> p.read(card, contact, lose));
    Unshown.tell(card, lose);
    return contact.modified(Revision.read(card)).build();
  }

  private static boolean isGroup(Card card) {
    for (String name : KIND_PROPERTIES) {
      for (ContentLine line : card.lines(name)) {
        if (line.value().strip().equalsIgnoreCase("group")) {
          return true;
        }
      }
    }
    return card.version() == Card.Version.VLIST;
  }

  @Override
  public String create(Item item, String stamp) {
    Component component = empty(item);
    Card card = Card.fresh(component);
    write(card, item, Set.of());
    finish(card, stamp);
    return Document.of(component).text();
  }

  private Component empty(Item item) {
    boolean list = item instanceof DistributionList;
    GroupFormat format = list ? settings.cards().groups() : GroupFormat.ADDRESSBOOKSERVER;
    Component component = Component.of(format == GroupFormat.VLIST ? "VLIST" : "VCARD");
    String version =
        switch (format) {
          case VLIST -> "1.0";
          case VCARD4 -> "4.0";
          case ADDRESSBOOKSERVER -> list ? "3.0" : settings.cards().version().number();
          case X_KIND -> "3.0";
        };
    component.add(ContentLine.of("VERSION", version));
    if (format != GroupFormat.VLIST) {
      component.add(ContentLine.of("PRODID", "-//Tandem//Tandem//EN"));
    }
    component.add(ContentLine.of("UID", ""));
    component.put(new Card(component).newText("UID", uid(item.uid(), item.title())));
    if (list) {
      addKind(component, format);
    }
    return component;
  }

  private static void addKind(Component component, GroupFormat format) {
    switch (format) {
      case VLIST -> {}
      case VCARD4 -> component.add(ContentLine.of("KIND", "group"));
      case ADDRESSBOOKSERVER -> {
        component.add(ContentLine.of("X-ADDRESSBOOKSERVER-KIND", "group"));
        component.add(ContentLine.of("N", ";;;;"));
      }
      case X_KIND -> {
        component.add(ContentLine.of("X-KIND", "group"));
        component.add(ContentLine.of("N", ";;;;"));
      }
    }
  }

  /** A card must have a UID; without one of its own it gets the same one every time. */
  private static String uid(String uid, String seed) {
    return uid.isBlank()
        ? UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString()
        : uid;
  }

  @Override
  public String marked(String resource, String stamp) {
    if (!(CardReader.read(resource) instanceof CardReader.OneCard(Document document, Card card))) {
      return resource;
    }
    card.put(STAMP, stamp);
    return document.text();
  }

  @Override
  public String update(String previous, Item item, Set<String> fields, String stamp) {
    if (fields.isEmpty()) {
      return previous;
    }
    return switch (CardReader.read(previous)) {
      case CardReader.Other other ->
          throw new IllegalArgumentException("no contact to update: " + other.reading());
      case CardReader.OneCard(Document document, Card card) -> {
        Item present = item(card, new ArrayList<>());
        write(card, Projection.overlay(present, item, fields), fields);
        if (document.text().equals(previous)) {
          yield previous;
        }
        if (card.text("UID").isBlank()) {
          card.put("UID", uid(item.uid(), previous));
        }
        finish(card, stamp);
        yield document.text();
      }
    };
  }

  /** Of a new card all fields. */
  private void write(Card card, Item wanted, Set<String> fields) {
    switch (wanted) {
      case Contact contact -> write(contactProperties, contact, card, fields);
      case DistributionList list -> write(groupProperties, list, card, fields);
      case Appointment appointment -> throw notHere(appointment);
      case Task task -> throw notHere(task);
    }
  }

  private static IllegalArgumentException notHere(Item item) {
    return new IllegalArgumentException(item.type() + " in an address book");
  }

  private static <I> void write(
      List<? extends CardProperty<I, ?>> properties, I wanted, Card card, Set<String> fields) {
    List<? extends CardProperty<I, ?>> concerned =
        card.isNew() ? properties : properties.stream().filter(p -> p.dependsOn(fields)).toList();
    int edits = card.edits();
    concerned.forEach(p -> p.write(wanted, card));
    if (card.edits() > edits) { // what FN says of a nameless contact depends on those behind it
      concerned.stream()
          .filter(p -> !card.isNew() || p.followsOthers())
          .forEach(p -> p.write(wanted, card));
    }
  }

  private void finish(Card card, String stamp) {
    if (card.version() != Card.Version.VLIST) {
      Revision.write(card, settings.clock().instant());
    }
    if (!stamp.isEmpty()) {
      card.put(STAMP, stamp);
    }
  }

  /** A line may name a member by UID or file alone: name and address are then in its card. */
  @Override
  public List<Loss> losses(Item item, Set<String> fields, String written) {
    Item wanted =
        item instanceof DistributionList list
                && get(written) instanceof Reading.Understood(DistributionList held, _, _)
            ? Members.asHeld(list, held)
            : item;
    return ResourceLens.super.losses(wanted, fields, written);
  }

  @Override
  public String mediaType(String resource) {
    return isVlist(resource) ? "text/x-vlist; charset=utf-8" : "text/vcard; charset=utf-8";
  }

  private static boolean isVlist(String resource) {
    if (resource.startsWith("BEGIN:VCARD")) {
      return false; // as nearly all begin
    }
    String start = resource.substring(0, Math.min(resource.length(), 64));
    return start.replace("\uFEFF", "").strip().toUpperCase(Locale.ROOT).startsWith("BEGIN:VLIST");
  }

  @Override
  public String extension(Item item) {
    return isVlist(item) ? ".vlf" : ".vcf";
  }

  private boolean isVlist(Item item) {
    return item instanceof DistributionList && settings.cards().groups() == GroupFormat.VLIST;
  }
}
