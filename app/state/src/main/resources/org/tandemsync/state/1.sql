-- Times are milliseconds since 1970 in UTC.

create table account (
  name text primary key,
  position integer not null,
  url text not null,
  user text not null,
  secret_kind text,
  secret_place text
) strict;

create table profile (
  name text primary key,
  position integer not null,
  active integer not null,
  family text,
  outlook_kind text not null,
  outlook_place text not null,
  outlook_folder text not null,
  server_kind text not null,
  server_account text not null,
  server_place text not null,
  direction text not null,
  extra text not null,
  conflicts text not null,
  guard_most integer not null,
  guard_percent integer not null,
  guard_emptied integer not null,
  every_minutes integer,
  exclude text not null,
  time_zone text,
  own_addresses text not null
) strict;

-- One run per profile. The token grows with every owner; who has an older one cannot commit.
create table lease (
  profile text primary key,
  token integer not null,
  owner text,
  machine text not null,
  pid integer not null,
  process_started integer not null,
  taken_at integer not null,
  heard_at integer not null
) strict;

create table ledger (
  id integer primary key autoincrement,
  profile text not null,
  family text not null,
  left_place text not null,
  right_place text not null,
  seed text not null,
  fingerprint text not null,
  used_at integer not null,
  left_checkpoint text,
  right_checkpoint text,
  unique (profile, family, left_place, right_place)
) strict;

-- Small rows: all of them are read in every run.
create table link (
  ledger integer not null references ledger on delete cascade,
  id text not null,
  left_id text not null,
  left_revision text,
  left_uid text not null,
  right_id text not null,
  right_revision text,
  right_uid text not null,
  writes integer not null,
  waiting_left text,
  waiting_right text,
  waiting_restraint text,
  primary key (ledger, id)
) strict, without rowid;

-- Large rows: read for the links at work only. A right_base of null is the same as the left one.
create table base (
  ledger integer not null,
  link text not null,
  left_base blob not null,
  right_base blob,
  primary key (ledger, link),
  foreign key (ledger, link) references link on delete cascade deferrable initially deferred
) strict;

create table intent (
  ledger integer not null references ledger on delete cascade,
  link text not null,
  content blob not null,
  primary key (ledger, link)
) strict;

create table conflict (
  id integer primary key autoincrement,
  ledger integer not null references ledger on delete cascade,
  at integer not null,
  link text not null,
  title text not null,
  left_item blob not null,
  right_item blob not null,
  clashes text not null,
  winner text
) strict;

create index conflict_of_link on conflict (ledger, link, id);

create table run (
  id integer primary key autoincrement,
  profile text not null,
  started_at integer not null,
  finished_at integer,
  status text,
  report text,
  message text not null
) strict;

create index run_of_profile on run (profile, id);

create table entry (
  run integer not null references run on delete cascade,
  number integer not null,
  at integer not null,
  outcome text not null,
  action text not null,
  side text not null,
  title text not null,
  fields text not null,
  clashes text not null,
  why text not null,
  reason text not null,
  primary key (run, number)
) strict, without rowid;
