-- Fields in which the bases agree although they differ, because one side puts it differently; one per line.
alter table link add column reworded text not null default '';

-- What was read and does not take part, so that not every run reads it again.
create table passed (
  ledger integer not null references ledger on delete cascade,
  side text not null,
  id text not null,
  revision text not null,
  stamped text not null,
  uid text not null,
  content text not null,
  as_is text not null,
  primary key (ledger, side, id)
) strict, without rowid;
