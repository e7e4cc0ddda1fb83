#!/bin/bash
# Runs once, when the database folder is new: the owner migrates, the application reads and writes.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U postgres -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" <<'SQL'
CREATE ROLE karavaan_owner LOGIN PASSWORD :'owner';
CREATE ROLE karavaan_app LOGIN PASSWORD :'app';
CREATE DATABASE karavaan OWNER karavaan_owner;
SQL
