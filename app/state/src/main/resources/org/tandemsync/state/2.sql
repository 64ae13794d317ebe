-- Options beyond which fields take part, as in the configuration file.
alter table profile add column options text not null default '';
