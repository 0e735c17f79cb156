-- What staff do about a client before whom they sit is a record of the ledger, made in the same
-- transaction. The database itself refuses the act without the record.

alter table ledger_record
  drop constraint ledger_record_kind_check,
  add constraint ledger_record_kind_check
    check (kind in ('intent', 'outcome', 'token-refused', 'desk'));

-- The id of the record of each step; of what was taken back, the row's own id.
alter table capture
  add column prepared_as uuid unique,
  add column scan_as     uuid unique,
  add column taken_as    uuid unique;

create function desk_act_is_recorded() returns trigger language plpgsql as $$
begin
  if not exists (
      select from ledger_payload
      where kind = 'desk' and entry = (to_jsonb(new) ->> tg_argv[0])::uuid) then
    raise exception '%: no record in the ledger (expected: one in the same transaction)', tg_table_name
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

create constraint trigger capture_is_prepared
  after insert on capture deferrable initially deferred
  for each row execute function desk_act_is_recorded('prepared_as');
create constraint trigger capture_has_scan
  after update on capture deferrable initially deferred
  for each row when (new.scan_hash is distinct from old.scan_hash)
  execute function desk_act_is_recorded('scan_as');
create constraint trigger capture_is_taken
  after update on capture deferrable initially deferred
  for each row when (new.taken_at is distinct from old.taken_at)
  execute function desk_act_is_recorded('taken_as');
create constraint trigger taken_back_is_recorded
  after insert on taken_back_in_person deferrable initially deferred
  for each row execute function desk_act_is_recorded('id');
