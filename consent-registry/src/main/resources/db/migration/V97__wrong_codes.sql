-- How many wrong codes came from an address lately, for all nodes. Rows go when their time is over.

create table wrong_code (
  sender bytea primary key,                   -- HMAC of the address
  since  timestamptz not null,
  tries  int not null
);
create index wrong_code_by_time on wrong_code (since);
grant select, insert, update, delete on wrong_code to ${service};
