-- A folder of Outlook on the desktop (outlook_kind 'desktop', outlook_place ''): what is done where Outlook does not
-- run, and whether items of derived forms take part.
alter table profile add column outlook_start text not null default 'wait';
alter table profile add column outlook_custom_forms integer not null default 1;
