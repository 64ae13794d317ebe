-- The account as the configuration file has it; empty for one that an older Tandem stored.
alter table account add column toml text not null default '';

-- Certificates that somebody has accepted, each for one server; "origin" as "https://host:port".
create table trusted_certificate (
  origin text primary key,
  fingerprint text not null,
  subject text not null,
  accepted_at integer not null
) strict;
