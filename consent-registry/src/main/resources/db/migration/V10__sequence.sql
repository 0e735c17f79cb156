-- What was taken back, in one strict order, and the leases of the gateway nodes that must know it.

-- One row, locked from the drawing of a number until the commit: so commit order is number order.
create table withdrawal_counter (
  the_row boolean primary key default true check (the_row),
  last    bigint not null
);
insert into withdrawal_counter (last) values (0);

create table withdrawal (
  sequence            bigint primary key,
  at                  timestamptz not null,
  kind                text not null,
  grant_id            uuid,
  lowest_live_version integer,
  jti                 uuid,
  check (case kind
    when 'grant' then grant_id is not null and lowest_live_version is not null and jti is null
    when 'token' then jti is not null and grant_id is null and lowest_live_version is null
    else false end)
);
create index withdrawal_by_time on withdrawal (at, sequence);

-- A registry process that starts adds one: leases of earlier epochs are not renewed.
create table registry_epoch (
  the_row boolean primary key default true check (the_row),
  epoch   bigint not null
);
insert into registry_epoch (epoch) values (0);

create table lease (
  id           uuid primary key,
  node         text not null,
  boot         uuid not null,
  epoch        bigint not null,
  key_id       text not null,
  public_key   text not null,                -- JWK, public members
  renewals     bigint not null,
  acknowledged bigint not null,
  granted_at   timestamptz not null,
  ended_at     timestamptz                   -- with all that was admitted under it; never undone
);
create index lease_open on lease (id) where ended_at is null;
create index lease_ended on lease (ended_at);

grant select, insert on withdrawal to ${service};
grant select, update on withdrawal_counter, registry_epoch to ${service};
grant select, insert, update, delete on lease to ${service};
