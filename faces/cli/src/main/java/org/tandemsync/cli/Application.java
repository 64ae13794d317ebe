package org.tandemsync.cli;

import org.tandemsync.items.Item;
import org.tandemsync.services.CollectionColors;
import org.tandemsync.services.Conflicts;
import org.tandemsync.services.Copy;
import org.tandemsync.services.Decisions;
import org.tandemsync.services.Discovery;
import org.tandemsync.services.Doctor;
import org.tandemsync.services.DuplicateLink;
import org.tandemsync.services.DuplicateMerge;
import org.tandemsync.services.Duplicates;
import org.tandemsync.services.Explain;
import org.tandemsync.services.History;
import org.tandemsync.services.Items;
import org.tandemsync.services.Leases;
import org.tandemsync.services.Ledgers;
import org.tandemsync.services.OutlookAccounts;
import org.tandemsync.services.Planning;
import org.tandemsync.services.Profiles;
import org.tandemsync.services.Rebuild;
import org.tandemsync.services.Reports;
import org.tandemsync.services.Runs;
import org.tandemsync.services.ServerCollections;
import org.tandemsync.services.ServerTrust;
import org.tandemsync.services.TrustedCertificates;
import org.tandemsync.services.Undo;
import org.tandemsync.services.Upkeep;
import org.tandemsync.services.schedule.Watches;

/** The services that the commands use, composed over one home folder. Each is made when asked. */
public interface Application extends AutoCloseable {

  Profiles profiles();

  Runs runs();

  /** What runs by itself has to be watched for. */
  Watches watches();

  Leases leases();

  Reports reports();

  History history();

  Undo undo();

  Ledgers ledgers();

  Decisions decisions();

  Conflicts conflicts();

  Explain explain();

  Items items();

  Copy copy();

  Duplicates duplicates();

  DuplicateMerge duplicateMerge();

  DuplicateLink duplicateLink();

  Discovery discovery();

  OutlookAccounts outlookAccounts();

  ServerCollections collections();

  CollectionColors colors();

  Planning planning();

  Doctor doctor();

  Rebuild rebuild();

  /** Needs no state that can be opened. */
  Upkeep upkeep();

  TrustedCertificates trusted();

  ServerTrust serverTrust();

  /** The item as iCalendar or vCard text. */
  String nativeText(Item item);

  @Override
  void close();
}
