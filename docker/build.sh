#!/bin/sh
# Builds everything and lays in deploy/ just what the server runs: no sources of the web, no development packages.
set -eu
cd "$(dirname "$0")/.."
node tools/build.mjs
rm -rf deploy
mkdir -p deploy/apps deploy/libs deploy/tools
cp package.json package-lock.json deploy/
for part in apps/api libs/domain; do
  mkdir -p "deploy/$part"
  cp "$part/package.json" "deploy/$part/"
  cp -R "$part/dist" "deploy/$part/"
done
for part in apps/web apps/web-e2e libs/routing; do
  mkdir -p "deploy/$part"
  cp "$part/package.json" "deploy/$part/"
done
# The server knows the documents of its web client by hash; the pages themselves are the proxy's.
mkdir -p deploy/apps/web/dist
cp apps/web/dist/.documents.json deploy/apps/web/dist/
cp -R tools/seed tools/admin tools/admin-create.ts deploy/tools/
(cd deploy && npm ci --omit=dev --omit=optional --workspace @karavaan/api --include-workspace-root --no-audit --no-fund)
