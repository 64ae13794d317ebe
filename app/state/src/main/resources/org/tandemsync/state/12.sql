-- So that a side that was put back to an earlier state can be told: when what is known of a link was noted. Numbers are
-- runs; 0: before they were noted.
alter table link add column made integer not null default 0;
alter table link add column left_noted integer not null default 0;
alter table link add column right_noted integer not null default 0;

-- What an item has that no other one has, where a store may give ids again.
alter table link add column left_birthmark text not null default '';
alter table link add column right_birthmark text not null default '';

-- The revisions that a linked item had before: noted by one run, replaced by another.
create table former (
  ledger integer not null,
  link text not null,
  side text not null,
  revision text not null,
  noted integer not null,
  replaced integer not null,
  primary key (ledger, link, side, revision),
  foreign key (ledger, link) references link on delete cascade
) strict, without rowid;

create trigger left_former after update of left_revision on link
when old.left_revision is not null and old.left_revision is not new.left_revision
begin
  delete from former
  where ledger = old.ledger and link = old.id and side = 'LEFT' and revision = old.left_revision;
  insert into former
  values (old.ledger, old.id, 'LEFT', old.left_revision, old.left_noted, new.left_noted);
  delete from former
  where ledger = old.ledger and link = old.id and side = 'LEFT' and revision not in (
    select revision from former
    where ledger = old.ledger and link = old.id and side = 'LEFT' order by replaced desc limit 3);
end;

create trigger right_former after update of right_revision on link
when old.right_revision is not null and old.right_revision is not new.right_revision
begin
  delete from former
  where ledger = old.ledger and link = old.id and side = 'RIGHT' and revision = old.right_revision;
  insert into former
  values (old.ledger, old.id, 'RIGHT', old.right_revision, old.right_noted, new.right_noted);
  delete from former
  where ledger = old.ledger and link = old.id and side = 'RIGHT' and revision not in (
    select revision from former
    where ledger = old.ledger and link = old.id and side = 'RIGHT' order by replaced desc limit 3);
end;

-- Whether a side seemed to be put back, until all that is held for it is decided.
alter table ledger add column left_put_back integer not null default 0;
alter table ledger add column right_put_back integer not null default 0;
