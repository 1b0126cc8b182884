#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build --nologo -v quiet
dotnet test --nologo --no-build
