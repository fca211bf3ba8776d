#!/usr/bin/env bash
# eng/screens.sh   a picture of every page at 360, 768, 1366 and 1920 px into docs/screens/WIDTH/, from a demonstration city made for it
set -euo pipefail
cd "$(dirname "$0")/.."
[[ $# -eq 0 ]] || { sed -n '2s/^# //p' "$0" >&2; exit 2; }
dotnet build tests/Browser -c Release --nologo -v quiet
tests/Browser/bin/Release/net10.0/Anmin.Browser -noLogo -noColor -explicit only -class 'Anmin.Browser.EveryPage.Pictures'
echo "$(find docs/screens -name '*.jpg' | wc -l) 张，在 docs/screens"
