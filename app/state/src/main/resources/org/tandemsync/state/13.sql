-- Pictures and attachments stand beside the JSON of an item now (Content): what is there stays readable, but earlier
-- versions could not read what is written from now on. Nothing else changes.
pragma user_version = 13;
