#!/usr/bin/env bash
# Refreshes the vendored browser files of src/Ui from the npm registry and rewrites their manifest.
# A new version is a new line below; run it, look at the diff, run the browser gates, commit.
set -euo pipefail
lib="$(cd "$(dirname "$0")/.." && pwd)/src/Ui/wwwroot/lib"
work="$(mktemp -d)"; trap 'rm -rf "$work"' EXIT

# folder  package  version  file in the package  licence
wanted=(
  "htmx htmx.org 2.0.11 dist/htmx.min.js 0BSD"
  "signature_pad signature_pad 5.1.4 dist/signature_pad.min.js MIT"
)

entries=()
for line in "${wanted[@]}"; do
  read -r folder package version file licence <<<"$line"
  (cd "$work" && npm pack --silent "$package@$version" >/dev/null && tar xzf "$package-$version.tgz")
  mkdir -p "$lib/$folder"
  cp "$work/package/$file" "$lib/$folder/$(basename "$file")"
  cp "$work/package/LICENSE" "$lib/$folder/LICENSE.txt"
  sum="$(sha256sum "$lib/$folder/$(basename "$file")" | cut -d' ' -f1)"
  entries+=("$(printf '  {\n    "name": "%s",\n    "version": "%s",\n    "licence": "%s",\n    "file": "%s",\n    "sha256": "%s"\n  }' \
    "$package" "$version" "$licence" "$folder/$(basename "$file")" "$sum")")
  rm -rf "$work/package"
done

# Bootstrap's stylesheet came with the reference designs; it is listed so that every foreign file is in one place.
css="$lib/../css/bootstrap.min.css"
version="$(grep -o 'Bootstrap *v[0-9.]*' "$css" | head -1 | grep -o '[0-9.]*$')"
entries+=("$(printf '  {\n    "name": "bootstrap",\n    "version": "%s",\n    "licence": "MIT",\n    "file": "../css/bootstrap.min.css",\n    "sha256": "%s"\n  }' \
  "$version" "$(sha256sum "$css" | cut -d' ' -f1)")")

{ echo '['; for i in "${!entries[@]}"; do printf '%s' "${entries[$i]}"; [ "$i" -lt $((${#entries[@]} - 1)) ] && echo ',' || echo; done; echo ']'; } >"$lib/manifest.json"
echo "written: $lib/manifest.json"
