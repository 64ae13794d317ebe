-- What was done to single items, and what they held before.
create table deed (
  run integer not null,
  number integer not null,
  at integer not null,
  ledger integer not null references ledger on delete cascade,
  link text not null,
  side text not null,
  kind text not null,
  item text not null,
  title text not null,
  fields text not null,
  certain integer not null,
  before blob,
  after blob,
  primary key (run, number)
) strict, without rowid;

create index deed_of_ledger on deed (ledger);

-- The run that opened it: what it has done belongs to that one, whoever finds out.
alter table intent add column run integer not null default 0;
