-- Times of endorsements are whole seconds. Of two in one second the one that replaces nothing was first.

create or replace view first_key as
  select client, institution, credential_id, salt, key_hash
  from link where credential_id is not null and endorsement is not null
  union all
  (select distinct on (r.client, r.institution)
     r.client, r.institution, r.newer, r.salt, sha256(r.salt || p.public_key)
   from replacement r
   join link l on l.client = r.client and l.institution = r.institution
   join passkey p on p.credential_id = r.newer
   where l.credential_id is null and r.endorsement is not null
   order by r.client, r.institution, r.replaces is not null, r.endorsed_at, r.invitation);
