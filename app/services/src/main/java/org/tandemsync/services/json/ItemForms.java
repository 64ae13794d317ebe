package org.tandemsync.services.json;

import static org.tandemsync.services.json.Form.list;
import static org.tandemsync.services.json.Form.slots;
import static org.tandemsync.services.json.Form.word;

import org.tandemsync.items.AddressSlot;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DelegationState;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Gender;
import org.tandemsync.items.Importance;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskProgress;

/**
 * The JSON of the four kinds of item. Names are those of {@link org.tandemsync.items.Fields}, with
 * {@code uid}, {@code created} and {@code modified}, which are no fields, besides.
 */
final class ItemForms {
  private ItemForms() {}

  static final BuiltForm<Appointment, Appointment.Builder> APPOINTMENT = appointment();
  static final BuiltForm<Task, Task.Builder> TASK = task();
  static final BuiltForm<Contact, Contact.Builder> CONTACT = contact();
  static final BuiltForm<DistributionList, DistributionList.Builder> DISTRIBUTION_LIST =
      distributionList();

  private static BuiltForm<Appointment, Appointment.Builder> appointment() {
    var form = new BuiltForm<>(Appointment::builder, Appointment.Builder::build);
    Form<ExceptionalOccurrence> exception =
        Form.object(
            (out, e) ->
                out.value("original-start", e.originalStart(), Form.DATE_TIME)
                    .value("occurrence", e.occurrence(), form),
            in ->
                new ExceptionalOccurrence(
                    in.needed("original-start", Form.DATE_TIME), in.needed("occurrence", form)));
    return form.text("uid", Appointment::uid, Appointment.Builder::uid)
        .text("subject", Appointment::subject, Appointment.Builder::subject)
        .with("timing", Appointment::timing, Appointment.Builder::timing, Forms.TIMING)
        .with(
            "recurrence",
            Appointment::recurrence,
            Appointment.Builder::recurrence,
            Forms.RECURRENCE)
        .with(
            "exceptions", Appointment::exceptions, Appointment.Builder::exceptions, list(exception))
        .text("location", Appointment::location, Appointment.Builder::location)
        .with("body", Appointment::body, Appointment.Builder::body, Forms.BODY)
        .with(
            "busy-status",
            Appointment::busyStatus,
            Appointment.Builder::busyStatus,
            word(BusyStatus.class))
        .with(
            "sensitivity",
            Appointment::sensitivity,
            Appointment.Builder::sensitivity,
            word(Sensitivity.class))
        .with(
            "importance",
            Appointment::importance,
            Appointment.Builder::importance,
            word(Importance.class))
        .with(
            "categories",
            Appointment::categories,
            Appointment.Builder::categories,
            Forms.CATEGORIES)
        .text("color", Appointment::color, Appointment.Builder::color)
        .with("reminder", Appointment::reminder, Appointment.Builder::reminder, Forms.REMINDER)
        .with("meeting", Appointment::meeting, Appointment.Builder::meeting, Forms.MEETING)
        .with(
            "attendees",
            Appointment::attendees,
            Appointment.Builder::attendees,
            list(Forms.ATTENDEE))
        .with(
            "attachments",
            Appointment::attachments,
            Appointment.Builder::attachments,
            list(Forms.ATTACHMENT))
        .text("url", Appointment::url, Appointment.Builder::url)
        .text(
            "online-meeting-url",
            Appointment::onlineMeetingUrl,
            Appointment.Builder::onlineMeetingUrl)
        .with("business", Appointment::business, Appointment.Builder::business, Forms.BUSINESS)
        .with(
            "user-properties",
            Appointment::userProperties,
            Appointment.Builder::userProperties,
            Form.texts())
        .with("created", Appointment::created, Appointment.Builder::created, Form.INSTANT)
        .with("modified", Appointment::modified, Appointment.Builder::modified, Form.INSTANT);
  }

  private static BuiltForm<Task, Task.Builder> task() {
    return new BuiltForm<>(Task::builder, Task.Builder::build)
        .text("uid", Task::uid, Task.Builder::uid)
        .text("subject", Task::subject, Task.Builder::subject)
        .with("body", Task::body, Task.Builder::body, Forms.BODY)
        .with("start-date", Task::startDate, Task.Builder::startDate, Form.DATE)
        .with("due-date", Task::dueDate, Task.Builder::dueDate, Form.DATE)
        .with(
            "progress",
            TaskProgress::of,
            (b, p) ->
                b.status(p.status())
                    .percentComplete(p.percentComplete())
                    .dateCompleted(p.dateCompleted()),
            Forms.PROGRESS)
        .with("importance", Task::importance, Task.Builder::importance, word(Importance.class))
        .with("sensitivity", Task::sensitivity, Task.Builder::sensitivity, word(Sensitivity.class))
        .with("categories", Task::categories, Task.Builder::categories, Forms.CATEGORIES)
        .with("reminder", Task::reminder, Task.Builder::reminder, Form.INSTANT)
        .with("recurrence", Task::recurrence, Task.Builder::recurrence, Forms.RECURRENCE)
        .text("owner", Task::owner, Task.Builder::owner)
        .text("delegator", Task::delegator, Task.Builder::delegator)
        .with(
            "delegation-state",
            Task::delegationState,
            Task.Builder::delegationState,
            word(DelegationState.class))
        .text("role", Task::role, Task.Builder::role)
        .with("team-task", Task::teamTask, Task.Builder::teamTask, Form.FLAG)
        .with("total-work", Task::totalWork, Task.Builder::totalWork, Form.NUMBER)
        .with("actual-work", Task::actualWork, Task.Builder::actualWork, Form.NUMBER)
        .text("parent-uid", Task::parentUid, Task.Builder::parentUid)
        .with("attachments", Task::attachments, Task.Builder::attachments, list(Forms.ATTACHMENT))
        .text("url", Task::url, Task.Builder::url)
        .with("business", Task::business, Task.Builder::business, Forms.BUSINESS)
        .with("user-properties", Task::userProperties, Task.Builder::userProperties, Form.texts())
        .with("created", Task::created, Task.Builder::created, Form.INSTANT)
        .with("modified", Task::modified, Task.Builder::modified, Form.INSTANT);
  }

  private static BuiltForm<Contact, Contact.Builder> contact() {
    var form =
        new BuiltForm<>(Contact::builder, Contact.Builder::build)
            .text("uid", Contact::uid, Contact.Builder::uid)
            .with("name", Contact::name, Contact.Builder::name, Forms.NAME)
            .text("full-name", Contact::fullName, Contact.Builder::fullName)
            .text("file-as", Contact::fileAs, Contact.Builder::fileAs)
            .text("nickname", Contact::nickname, Contact.Builder::nickname)
            .text("initials", Contact::initials, Contact.Builder::initials)
            .with("yomi", Contact::yomi, Contact.Builder::yomi, Forms.YOMI)
            .text("company", Contact::company, Contact.Builder::company)
            .text("department", Contact::department, Contact.Builder::department)
            .text("job-title", Contact::jobTitle, Contact.Builder::jobTitle)
            .text("profession", Contact::profession, Contact.Builder::profession)
            .text("office-location", Contact::officeLocation, Contact.Builder::officeLocation)
            .text("manager", Contact::manager, Contact.Builder::manager)
            .text("assistant", Contact::assistant, Contact.Builder::assistant)
            .with(
                "phones",
                Contact::phones,
                Contact.Builder::phones,
                slots(PhoneSlot.class, Form.TEXT))
            .with(
                "emails",
                Contact::emails,
                Contact.Builder::emails,
                slots(EmailSlot.class, Forms.EMAIL))
            .with(
                "addresses",
                Contact::addresses,
                Contact.Builder::addresses,
                slots(AddressSlot.class, Forms.ADDRESS))
            .with(
                "mailing-address",
                Contact::mailingAddress,
                Contact.Builder::mailingAddress,
                word(AddressSlot.class));
    return contactPlaces(form);
  }

  private static BuiltForm<Contact, Contact.Builder> contactPlaces(
      BuiltForm<Contact, Contact.Builder> form) {
    return contactNotes(
        form.text("im-address", Contact::imAddress, Contact.Builder::imAddress)
            .text("web-page", Contact::webPage, Contact.Builder::webPage)
            .text(
                "personal-home-page", Contact::personalHomePage, Contact.Builder::personalHomePage)
            .text(
                "business-home-page", Contact::businessHomePage, Contact.Builder::businessHomePage)
            .text("ftp-site", Contact::ftpSite, Contact.Builder::ftpSite)
            .text("free-busy-url", Contact::freeBusyUrl, Contact.Builder::freeBusyUrl)
            .with("birthday", Contact::birthday, Contact.Builder::birthday, Form.DATE)
            .with("anniversary", Contact::anniversary, Contact.Builder::anniversary, Form.DATE)
            .text("spouse", Contact::spouse, Contact.Builder::spouse)
            .with("children", Contact::children, Contact.Builder::children, list(Form.TEXT))
            .text("hobbies", Contact::hobbies, Contact.Builder::hobbies)
            .text("referred-by", Contact::referredBy, Contact.Builder::referredBy)
            .with("gender", Contact::gender, Contact.Builder::gender, word(Gender.class))
            .text("language", Contact::language, Contact.Builder::language)
            .text("account", Contact::account, Contact.Builder::account)
            .text("customer-id", Contact::customerId, Contact.Builder::customerId)
            .text("government-id", Contact::governmentId, Contact.Builder::governmentId)
            .text("organizational-id", Contact::organizationalId, Contact.Builder::organizationalId)
            .text(
                "computer-network-name",
                Contact::computerNetworkName,
                Contact.Builder::computerNetworkName)
            .text("mail-location", Contact::mailLocation, Contact.Builder::mailLocation));
  }

  private static BuiltForm<Contact, Contact.Builder> contactNotes(
      BuiltForm<Contact, Contact.Builder> form) {
    return form.with(
            "user-fields", Contact::userFields, Contact.Builder::userFields, list(Form.TEXT))
        .with("photo", Contact::photo, Contact.Builder::photo, Forms.PHOTO)
        .with(
            "certificates", Contact::certificates, Contact.Builder::certificates, list(Form.BYTES))
        .with("notes", Contact::notes, Contact.Builder::notes, Forms.BODY)
        .with("categories", Contact::categories, Contact.Builder::categories, Forms.CATEGORIES)
        .with(
            "sensitivity",
            Contact::sensitivity,
            Contact.Builder::sensitivity,
            word(Sensitivity.class))
        .with("business", Contact::business, Contact.Builder::business, Forms.BUSINESS)
        .with(
            "user-properties",
            Contact::userProperties,
            Contact.Builder::userProperties,
            Form.texts())
        .with("created", Contact::created, Contact.Builder::created, Form.INSTANT)
        .with("modified", Contact::modified, Contact.Builder::modified, Form.INSTANT);
  }

  private static BuiltForm<DistributionList, DistributionList.Builder> distributionList() {
    return new BuiltForm<>(DistributionList::builder, DistributionList.Builder::build)
        .text("uid", DistributionList::uid, DistributionList.Builder::uid)
        .text("name", DistributionList::name, DistributionList.Builder::name)
        .text("file-as", DistributionList::fileAs, DistributionList.Builder::fileAs)
        .text("nickname", DistributionList::nickname, DistributionList.Builder::nickname)
        .with(
            "members",
            DistributionList::members,
            DistributionList.Builder::members,
            list(Forms.MEMBER))
        .with("notes", DistributionList::notes, DistributionList.Builder::notes, Forms.BODY)
        .with(
            "categories",
            DistributionList::categories,
            DistributionList.Builder::categories,
            Forms.CATEGORIES)
        .with(
            "sensitivity",
            DistributionList::sensitivity,
            DistributionList.Builder::sensitivity,
            word(Sensitivity.class))
        .with(
            "user-properties",
            DistributionList::userProperties,
            DistributionList.Builder::userProperties,
            Form.texts())
        .with("created", DistributionList::created, DistributionList.Builder::created, Form.INSTANT)
        .with(
            "modified",
            DistributionList::modified,
            DistributionList.Builder::modified,
            Form.INSTANT);
  }
}
