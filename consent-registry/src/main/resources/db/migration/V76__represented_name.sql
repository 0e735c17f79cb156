-- What a representative calls a client, for her own eyes, encrypted like pseudonyms.
create table represented_name (
  representative uuid not null references client,
  client         uuid not null references client,
  name           bytea not null,
  primary key (representative, client)
);
grant select, insert, update, delete on represented_name to ${service};
