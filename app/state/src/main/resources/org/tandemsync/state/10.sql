-- What a collection of a server has said of itself, by its identity. It may be lost at any time.

create table collection (
  place text primary key,
  content text not null,
  asked_at integer not null
) strict, without rowid;
