-- What of an item was not carried; see docs/losses.md.
alter table entry add column losses text not null default '[]';
