#!/usr/bin/env bash
# eng/migration.sh Name: generates the same migration for SQLite and PostgreSQL from the present model.
# eng/migration.sh --remove: takes the latest one away again.  eng/migration.sh --check: fails when the model has unsaved changes.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:-}
if [[ ! $name =~ ^([A-Z][A-Za-z0-9]{2,60}|--remove|--check)$ ]]; then
  echo "用法 usage: eng/migration.sh Name | --remove | --check   （Name 如 AddHearses：大写字母开头，只用字母和数字）" >&2
  exit 2
fi
dotnet tool restore --verbosity quiet >/dev/null
said=$(dotnet build eng/Design -v quiet --nologo 2>&1) || { grep -E "error|rror\(s\)" <<<"$said" | sort -u >&2; exit 1; }
for provider in sqlite postgres; do
  project=src/Migrations.${provider^}
  ef() { dotnet ef "$@" --project "$project" --startup-project eng/Design --no-build -- --provider "$provider" 2>&1 | { grep -v "warning NU1603" || true; }; }
  case $name in
    --check) ef migrations has-pending-model-changes ;;
    --remove) ef migrations remove --force ;;
    *) ef migrations add "$name" --output-dir Migrations ;;
  esac
done
