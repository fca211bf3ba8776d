#!/usr/bin/env bash
# eng/check-glossary.sh   lists use cases, questions, entities and public types of modules and Contracts that docs/glossary.md does not name.
# Exit code 0: every one is there · 1: some are missing, one a line. Enum values are not looked at.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
sources=$(find modules src/Contracts -name '*.cs' -not -path '*/obj/*' -not -path '*/bin/*' -not -path '*/Tests/*')
names=$(
  # use cases and questions, by the interface they implement
  grep -hoP '^(internal|public) sealed class \K\w+(?=.*: I(UseCase|Question)<)' $sources
  # entities, by their mapping
  grep -hoP 'model\.Entity<\K[\w.]+(?=>)' $sources | sed 's/.*\.//'
  # what other rooms and the host can see
  grep -hoP '^public (sealed |static |abstract |readonly |partial )*(class|record struct|record|struct|interface|enum) \K\w+' $sources
)
words=$(grep -oP '`\K\w+(?=`)' docs/glossary.md | sort -u)
missing=$(comm -23 <(sort -u <<<"$names") <(cat <<<"$words"))
[[ -z $missing ]] && exit 0
echo "$missing"
exit 1
