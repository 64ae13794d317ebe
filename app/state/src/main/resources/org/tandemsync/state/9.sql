-- When something was last done to the file as a whole: 'check'.
create table upkeep (
  what text primary key,
  at integer not null
) strict, without rowid;
-- What was deleted, in the form that its store gave it: with what an item cannot hold.
alter table deed add column original blob;
