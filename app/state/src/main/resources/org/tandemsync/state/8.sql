-- What the guard holds until somebody decides. "left_item" or "right_item" is '' where there is none; a revision of
-- null: it was gone. "since": the first run that held it so.
create table held (
  ledger integer not null references ledger on delete cascade,
  doing text not null,
  side text not null,
  left_item text not null,
  left_revision text,
  right_item text not null,
  right_revision text,
  title text not null,
  why text not null,
  limits text not null,
  verdict text not null,
  since integer not null,
  primary key (ledger, doing, side, left_item, right_item)
) strict, without rowid;

-- Whether the profile connected other folders before, and nobody has confirmed these.
alter table ledger add column unfamiliar integer not null default 0;

alter table profile add column guard_overwrites integer not null default 50;
alter table profile add column guard_overwrites_percent integer not null default 50;
alter table profile add column guard_first_run integer not null default 1;
alter table profile add column guard_places integer not null default 1;

-- What both sides agreed on before a conflict.
alter table conflict add column base blob;

-- What somebody has decided about a conflict, bound to what the sides held then.
create table decision (
  ledger integer not null references ledger on delete cascade,
  link text not null,
  at integer not null,
  left_item blob not null,
  right_item blob not null,
  choices text not null,
  primary key (ledger, link)
) strict;

-- Two items, one on each side, that somebody has declared to be the same.
create table declared (
  ledger integer not null references ledger on delete cascade,
  left_item text not null,
  right_item text not null,
  primary key (ledger, left_item, right_item)
) strict, without rowid;

-- Items that failed, and when they are tried again. Ids and revisions as in "held".
create table quarantine (
  ledger integer not null references ledger on delete cascade,
  left_item text not null,
  left_revision text,
  right_item text not null,
  right_revision text,
  title text not null,
  reason text not null,
  failures integer not null,
  first_at integer not null,
  last_at integer not null,
  next_at integer not null,
  ignored integer not null,
  primary key (ledger, left_item, right_item)
) strict, without rowid;
