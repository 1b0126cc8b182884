#!/usr/bin/env bash
# Adds an EF Core migration after a change to the rows under src/HomelabPortal/Storage: eng/add-migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
export WithMigrationDesign=true
dotnet tool restore
dotnet ef migrations add "${1:?give the migration a name}" --project src/HomelabPortal --output-dir Storage/Migrations
# Back to the packages that the portal itself uses.
unset WithMigrationDesign
dotnet restore src/HomelabPortal
