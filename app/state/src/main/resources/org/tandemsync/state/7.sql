-- The day on which something that does not take part will do so without having changed: a range of days moves on.
alter table passed add column joins text;
