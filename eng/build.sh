#!/usr/bin/env bash
# eng/build.sh   publishes the program into out/ when a source is newer than it. Says nothing when there is nothing to do.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

stale() {
  [[ -x out/anmin && -f out/.built ]] || return 0
  [[ -n $(find src modules Directory.Build.props Directory.Packages.props global.json \
    \( -name bin -o -name obj -o -name Tests \) -prune -o -newer out/.built -print -quit) ]]
}
stale || exit 0

if ! command -v dotnet >/dev/null; then
  echo "没有找到 dotnet。请安装 .NET 10 SDK：https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  echo "dotnet not found. Install the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 1
fi
if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
  echo "需要 .NET 10 SDK，这台机器上只有：$(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd' ' || true)。请到 https://dotnet.microsoft.com/download/dotnet/10.0 安装。" >&2
  echo "The .NET 10 SDK is needed. Get it from https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 1
fi

mkdir -p out
exec 9>out/.lock
flock 9 2>/dev/null || true
stale || exit 0
echo "正在编译，第一次要一两分钟 … (building)" >&2
# made beforehand, or making them would look like a change of the folder they lie in
for project in src/*/*.csproj modules/*/*.csproj; do mkdir -p "${project%/*}/bin" "${project%/*}/obj"; done
started=$(mktemp)
trap 'rm -f "$started"' EXIT
if ! said=$(dotnet publish src/Host -c Release -o out --nologo -v quiet 2>&1); then
  grep -E ": error |error MSB|error NU" <<<"$said" | sort -u >&2 || echo "$said" >&2
  echo "编译没有成功。The build failed." >&2
  exit 1
fi
# as old as the start of the build, so that a file saved meanwhile is built next time
touch -r "$started" out/.built
