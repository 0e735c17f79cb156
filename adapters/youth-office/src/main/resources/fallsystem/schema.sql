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
