-- Up to which of her records a client has been told what is new: at the visit before this one, and now.
create table visit (
  client      uuid primary key references client,
  session     uuid not null,
  seen_before bigint not null,
  seen_now    bigint not null
);
grant select, insert, update, delete on visit to ${service};
