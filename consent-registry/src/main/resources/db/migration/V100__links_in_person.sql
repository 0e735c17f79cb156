-- Linking a client without a device is done at a desk, too: a record of the ledger each time, with the act or not at all.

alter table link
  add column accepted_as uuid unique,   -- of her who has no device: the record of who did it for her
  add column endorsed_as uuid unique;   -- of her: the record of who confirmed it

-- A record is about the same client and the same act (the arguments after the column), and good once.
create or replace function desk_act_is_recorded() returns trigger language plpgsql as $$
declare
  record_id uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if (tg_op = 'UPDATE' and (to_jsonb(old) ->> tg_argv[0])::uuid = record_id) or not exists (
      select from ledger_payload join ledger_record using (sequence)
      where ledger_payload.kind = 'desk' and entry = record_id and client = new.client
        and payload::jsonb #>> '{body,act}' = any (tg_argv[1:])) then
    raise exception '%: no record in the ledger (expected: one in the same transaction)', tg_table_name
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

drop trigger capture_is_prepared on capture;
create constraint trigger capture_is_prepared
  after insert on capture deferrable initially deferred
  for each row execute function desk_act_is_recorded('prepared_as', 'capture-prepared');
drop trigger capture_has_scan on capture;
create constraint trigger capture_has_scan
  after update on capture deferrable initially deferred
  for each row when (new.scan_hash is distinct from old.scan_hash)
  execute function desk_act_is_recorded('scan_as', 'paper-recorded');
drop trigger capture_is_taken on capture;
create constraint trigger capture_is_taken
  after update on capture deferrable initially deferred
  for each row when (new.taken_at is distinct from old.taken_at)
  execute function desk_act_is_recorded('taken_as', 'captured');
drop trigger taken_back_is_recorded on taken_back_in_person;
create constraint trigger taken_back_is_recorded
  after insert on taken_back_in_person deferrable initially deferred
  for each row execute function desk_act_is_recorded(
    'id', 'everything-taken-back', 'withdrawn', 'narrowed');

create constraint trigger link_is_made
  after insert on link deferrable initially deferred
  for each row when (new.credential_id is null)
  execute function desk_act_is_recorded('accepted_as', 'linked-in-person', 'linked-elsewhere');
create constraint trigger link_is_made_endorsed
  after insert on link deferrable initially deferred
  for each row when (new.credential_id is null and new.endorsement is not null)
  execute function desk_act_is_recorded('endorsed_as', 'link-confirmed');
create constraint trigger link_is_made_anew
  after update on link deferrable initially deferred
  for each row when (new.credential_id is null and
    (new.invitation is distinct from old.invitation or new.pseudonym is distinct from old.pseudonym
     or old.credential_id is not null))
  execute function desk_act_is_recorded('accepted_as', 'linked-in-person', 'linked-elsewhere');
create constraint trigger link_is_endorsed
  after update on link deferrable initially deferred
  for each row when (new.credential_id is null and new.endorsement is distinct from old.endorsement)
  execute function desk_act_is_recorded('endorsed_as', 'link-confirmed');
