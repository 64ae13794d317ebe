package org.tandemsync.services;

/** All that is remembered between runs, in one place. */
public interface Memory {

  Profiles profiles();

  Ledgers ledgers();

  Leases leases();

  Reports reports();

  History history();

  Decisions decisions();
}
