-- The simulated existing system of a youth office, as such systems have grown: German names, short
-- codes, two kinds of deletion, files beside the database. It is not part of the adapter.

create table person (
  pers_nr    varchar(20) primary key,
  nachname   text not null,
  vorname    text not null,
  geb_dat    date not null
);

create table sachbearbeiter (
  kürzel              varchar(8) primary key,
  nachname            text not null,
  vorname             text not null,
  verzeichnis_kennung varchar(64)
);

create table dokumentart (
  art_kz      char(3) primary key,
  bezeichnung text not null
);

create table vertraulichkeit (
  stufe       smallint primary key,
  bezeichnung text not null
);

create table fallakte (
  akt_id         bigint primary key,
  aktenzeichen   varchar(40) not null unique,
  pers_nr        varchar(20) not null references person,
  zuständig      varchar(8) not null references sachbearbeiter,
  angelegt_am    date not null,
  geschlossen_am date,
  gelöscht_kz    char(1) not null default 'N'
);
create index fallakte_person on fallakte (pers_nr);

-- status_kz: E Entwurf, F freigegeben, X ersetzt, S storniert.
-- schutz_kz: SU Sucht, PS psychische Gesundheit, GW Gewalt.
create table dokument (
  dok_id      bigint primary key,
  akt_id      bigint not null references fallakte,
  lfd_nr      integer not null,
  art_kz      char(3) not null references dokumentart,
  status_kz   char(1) not null,
  datum       date not null,
  betreff     text not null,
  verfasser   varchar(8) references sachbearbeiter,
  stufe       smallint references vertraulichkeit,
  schutz_kz   char(2),
  geändert_am timestamp with time zone not null,
  gelöscht_kz char(1) not null default 'N',
  unique (akt_id, lfd_nr)
);
create index dokument_nach_datum on dokument (akt_id, datum desc, lfd_nr desc);

-- pfad: unterhalb der Dateiablage, mit umgekehrten Schrägstrichen.
create table dokument_datei (
  dok_id      bigint not null references dokument,
  datei_nr    integer not null,
  pfad        text not null,
  medientyp   varchar(100) not null,
  titel       text not null,
  größe_bytes bigint not null,
  prüfsumme   char(40),
  primary key (dok_id, datei_nr)
);

create table kontakt (
  pers_nr     varchar(20) primary key references person,
  telefon     text,
  email       text,
  straße      text,
  plz         char(5),
  ort         text,
  geändert_am timestamp with time zone not null
);

create table kalender (
  kal_id      bigint primary key,
  kürzel      varchar(8) not null references sachbearbeiter,
  bezeichnung text not null,
  gültig_von  date not null,
  gültig_bis  date not null,
  aktiv_kz    char(1) not null default 'J',
  geändert_am timestamp with time zone not null
);

-- belegt_kz: F frei, B belegt, R reserviert, G gesperrt.
create table kalender_zeit (
  zeit_id     bigint primary key,
  kal_id      bigint not null references kalender,
  beginn      timestamp with time zone not null,
  ende        timestamp with time zone not null,
  belegt_kz   char(1) not null,
  geändert_am timestamp with time zone not null
);
create index kalender_zeit_kalender on kalender_zeit (kal_id, zeit_id);

-- status_kz: A angefragt, V vereinbart, E erledigt, N nicht erschienen, S abgesagt, I intern (nie nach außen).
create table termin (
  ter_id       bigint primary key,
  akt_id       bigint not null references fallakte,
  zeit_id      bigint references kalender_zeit,
  status_kz    char(1) not null,
  beginn       timestamp with time zone not null,
  ende         timestamp with time zone not null,
  anlass       text not null,
  kürzel       varchar(8) references sachbearbeiter,
  ort          text,
  absagegrund  text,
  bemerkung    text,
  mitzubringen text,
  stufe        smallint references vertraulichkeit,
  schutz_kz    char(2),
  geändert_am  timestamp with time zone not null,
  gelöscht_kz  char(1) not null default 'N'
);
create index termin_akte on termin (akt_id, ter_id);

-- status_kz: E Entwurf, L läuft, A abgeschlossen, W widerrufen.
create table hilfeplan (
  plan_id     bigint primary key,
  akt_id      bigint not null references fallakte,
  status_kz   char(1) not null,
  titel       text not null,
  beginn      date not null,
  ende        date,
  kürzel      varchar(8) references sachbearbeiter,
  stufe       smallint references vertraulichkeit,
  schutz_kz   char(2),
  geändert_am timestamp with time zone not null,
  gelöscht_kz char(1) not null default 'N'
);
create index hilfeplan_akte on hilfeplan (akt_id, plan_id);

-- status_kz: V vorgeschlagen, L läuft, R ruht, A abgeschlossen, X aufgegeben.
-- bewertung_kz: E erreicht, T teilweise, N nicht erreicht, K keine Veränderung.
create table ziel (
  ziel_id       bigint primary key,
  plan_id       bigint not null references hilfeplan,
  status_kz     char(1) not null,
  wortlaut      text not null,
  vereinbart_am date not null,
  frist         date,
  bewertung_kz  char(1),
  begründung    text,
  geändert_am   timestamp with time zone not null,
  gelöscht_kz   char(1) not null default 'N'
);
create index ziel_plan on ziel (plan_id, ziel_id);

-- richtung_kz: E Eingang, A Ausgang. partner_kz: I Institution, K Klient, S sonstige.
create table nachricht (
  nachr_id        bigint primary key,
  akt_id          bigint not null references fallakte,
  richtung_kz     char(1) not null,
  partner_kz      char(1) not null,
  partner_kennung varchar(64),
  partner_name    text,
  art_kz          char(1) not null,
  betreff         text not null,
  wortlaut        text not null,
  gesendet_am     timestamp with time zone not null,
  gelesen_am      timestamp with time zone,
  antwort_auf     bigint references nachricht,
  kürzel          varchar(8) references sachbearbeiter,
  stufe           smallint references vertraulichkeit,
  schutz_kz       char(2),
  geändert_am     timestamp with time zone not null,
  gelöscht_kz     char(1) not null default 'N'
);
create index nachricht_akte on nachricht (akt_id, nachr_id);
