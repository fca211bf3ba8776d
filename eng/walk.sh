#!/usr/bin/env bash
# eng/walk.sh [citizen|work|cemetery|admin|m|ui]   every page in the browser: accessibility, reflow at 320 px, room for a thumb, weight, requests to outside
set -euo pipefail
cd "$(dirname "$0")/.."
[[ $# -le 1 && ${1:-m} =~ ^(citizen|work|cemetery|admin|m|ui)$ ]] || { sed -n '2s/^# //p' "$0" >&2; exit 2; }
dotnet build tests/Browser -c Release --nologo -v quiet
tests/Browser/bin/Release/net10.0/Anmin.Browser -noLogo -noColor -preEnumerateTheories -class 'Anmin.Browser.EveryPage.EveryPageInTheBrowser' ${1:+-trait "area=$1"}
