-- A client who was linked without a device gets one later: each institution that knows her endorses its key.

-- A key that an institution is asked to endorse stands here from then on; it counts once it has been endorsed.
alter table replacement
  alter column endorsement drop not null,
  alter column endorsed_at drop not null,
  add column replaces bytea,                  -- its claim; null: the institution had endorsed no key before
  add constraint replacement_endorsed check ((endorsement is null) = (endorsed_at is null));
update replacement r set replaces = l.key_hash
  from link l where l.client = r.client and l.institution = r.institution;
grant update (endorsement, endorsed_at, replaces), delete on replacement to ${service};

-- The first key of a client that an institution endorsed: when it linked her, or later where she had none then.
create view first_key as
  select client, institution, credential_id, salt, key_hash
  from link where credential_id is not null and endorsement is not null
  union all
  (select distinct on (r.client, r.institution)
     r.client, r.institution, r.newer, r.salt, sha256(r.salt || p.public_key)
   from replacement r
   join link l on l.client = r.client and l.institution = r.institution
   join passkey p on p.credential_id = r.newer
   where l.credential_id is null and r.endorsement is not null
   order by r.client, r.institution, r.endorsed_at, r.invitation);
grant select on first_key to ${service};
