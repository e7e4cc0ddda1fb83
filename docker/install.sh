#!/bin/sh
# The packages, exactly as locked. The image brings Node 24 and its own PostgreSQL, so nothing optional is needed at run time.
set -eu
cd "$(dirname "$0")/.."
npm ci --include=dev --no-audit --no-fund
