-- Whether an update made one item of two that were there before: 1, or 0. Null: done before this was noted.
alter table deed add column joined integer;
