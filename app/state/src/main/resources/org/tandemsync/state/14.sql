-- What declared items were when they were declared to be the same: their ids may be given again, and they may get other
-- ones. '': not known.
alter table declared add column left_uid text not null default '';
alter table declared add column left_birthmark text not null default '';
alter table declared add column right_uid text not null default '';
alter table declared add column right_birthmark text not null default '';
