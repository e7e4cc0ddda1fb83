#!/bin/sh
# Downloads the roads of Belgium (OpenStreetMap contributors, ODbL; the extract is Geofabrik's) and prepares them for OSRM in
# docker/roads. Run again when roads changed, then: docker compose --profile roads restart osrm
set -eu
cd "$(dirname "$0")"
mkdir -p roads
image=ghcr.io/project-osrm/osrm-backend:v6.0.0
osrm() { docker run --rm -u "$(id -u):$(id -g)" -v "$PWD/roads:/roads" "$image" "$@"; }

curl --fail --location --output roads/belgium.osm.pbf.part https://download.geofabrik.de/europe/belgium-latest.osm.pbf
mv roads/belgium.osm.pbf.part roads/belgium.osm.pbf
osrm osrm-extract --profile /opt/car.lua /roads/belgium.osm.pbf
osrm osrm-partition /roads/belgium.osrm
osrm osrm-customize /roads/belgium.osrm
echo "Ready: set OSRM_URL=http://osrm:5000 in .env, then: docker compose --profile roads up -d"
