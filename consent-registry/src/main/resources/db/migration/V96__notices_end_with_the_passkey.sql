-- A browser tells its owner of news for as long as the passkey is hers that it was signed in with.

alter table push_device add column passkey bytea references passkey; -- null: switched on before this was kept
create index push_device_by_passkey on push_device (passkey);
