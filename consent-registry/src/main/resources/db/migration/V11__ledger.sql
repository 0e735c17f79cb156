-- The ledger: who asked for what, what was decided, what came of it. Records are never changed or
-- deleted. What a record says (payload) and the salt of its hash can be deleted, by the erasure role
-- alone; the record and its hash stay.

create table ledger_record (
  sequence       bigint primary key,          -- from 1, without gaps
  client         uuid,                        -- null where nobody knows whom it is about
  client_counter bigint,                      -- from 1 for each client, without gaps
  previous_hash  bytea not null check (length(previous_hash) = 32),
  payload_hash   bytea not null check (length(payload_hash) = 32),
  hash           bytea not null check (length(hash) = 32),
  recorded_at    timestamptz not null,
  kind           text not null check (kind in ('intent', 'outcome', 'token-refused')),
  check ((client is null) = (client_counter is null)),
  unique (client, client_counter)
);

create table ledger_payload (
  sequence  bigint primary key references ledger_record,
  salt      bytea not null check (length(salt) = 32),
  payload   text not null,                    -- JSON; these very bytes are hashed
  kind      text not null,
  entry     uuid not null,                    -- id of the intent, also in its outcome
  node      text,
  lease     uuid,
  recipient text not null,
  holder    text,
  permitted boolean not null,
  unique (entry, kind)
);
create index ledger_payload_by_recipient on ledger_payload (recipient, sequence);
create index ledger_payload_by_holder on ledger_payload (holder, sequence);

create function ledger_keeps() returns trigger language plpgsql as $$
begin
  raise exception 'ledger: % on % (expected: insert only)', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create trigger ledger_record_keeps before update or delete or truncate on ledger_record
  for each statement execute function ledger_keeps();
create trigger ledger_payload_keeps before update or truncate on ledger_payload
  for each statement execute function ledger_keeps();

-- Deleting payload needs this role, which nobody has until an operator grants it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'sociallook_erasure') then
    create role sociallook_erasure nologin;
  end if;
end $$;
create function ledger_erases() returns trigger language plpgsql as $$
begin
  if current_user <> 'sociallook_erasure' then
    raise exception 'ledger: delete by % (expected: sociallook_erasure)', current_user
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger ledger_payload_erases before delete on ledger_payload
  for each statement execute function ledger_erases();

grant usage on schema registry to sociallook_erasure;
grant select, delete on ledger_payload to sociallook_erasure;
grant select on ledger_record to sociallook_erasure;
grant select, insert on ledger_record, ledger_payload to ${service};
