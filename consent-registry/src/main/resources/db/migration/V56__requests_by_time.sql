-- The staff's page lists an institution's requests, the newest first.

create index consent_request_by_time on consent_request (institution, created_at desc);
