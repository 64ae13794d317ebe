-- Copies on the server that moves to other profiles were about to make, until the move has come to its end. The number is
-- that of the stamp, the place the collection in which the copy is.
create table copied (
  ledger integer not null,
  link text not null,
  write integer not null,
  place text not null,
  item blob not null,
  original blob,
  primary key (ledger, link, write),
  foreign key (ledger, link) references link on delete cascade
) strict, without rowid;
