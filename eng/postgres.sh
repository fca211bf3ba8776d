#!/usr/bin/env bash
# eng/postgres.sh start DIR [--fsync on|off]   a private PostgreSQL on a free loopback port, data in DIR/pg; prints its connection string
# eng/postgres.sh stop DIR                     stops it, by the pid it wrote
# PostgreSQL refuses to run as root: it then runs as the user postgres. fsync=off is for tests, never for benchmarks or anything kept.
set -euo pipefail
usage() { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
[[ $# -ge 2 ]] || usage
act=$1 dir=$2 fsync=off
shift 2
while [[ $# -gt 0 ]]; do
  case $1 in
    --fsync) [[ ${2:-} == on || ${2:-} == off ]] || usage; fsync=$2; shift 2 ;;
    *) usage ;;
  esac
done

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
[[ -n $bin ]] || bin=$(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/x)")
[[ -x $bin/initdb ]] || { echo "没有找到 PostgreSQL，请安装：apt install postgresql · PostgreSQL not found" >&2; exit 1; }
as() { if [[ $(id -u) == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi; }

case $act in
  start)
    mkdir -p "$dir"
    dir=$(cd "$dir" && pwd)
    if [[ $(id -u) == 0 ]]; then
      chown postgres "$dir"
      as test -x "$dir" || { echo "用户 postgres 进不了 $dir，请换一个文件夹 · user postgres cannot enter it" >&2; exit 1; }
    fi
    printf anmin >"$dir/password"
    chmod 644 "$dir/password"
    as "$bin/initdb" -D "$dir/pg" -U anmin --auth=scram-sha-256 --pwfile="$dir/password" --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; exit 1; }
    for try in 1 2 3 4 5; do
      port=$((20000 + RANDOM % 12000))
      as "$bin/pg_ctl" -D "$dir/pg" -w -t 30 -l "$dir/pg/server.log" start -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c fsync=$fsync -c synchronous_commit=on -c full_page_writes=$fsync -c max_connections=200 -c shared_buffers=128MB" >/dev/null 2>&1 && break
      port=
    done
    [[ -n ${port:-} ]] || { tail -5 "$dir/pg/server.log" >&2; echo "PostgreSQL 没有启动 · did not start" >&2; exit 1; }
    echo "Host=127.0.0.1;Port=$port;Username=anmin;Password=anmin"
    ;;
  stop)
    [[ -f $dir/pg/postmaster.pid ]] || exit 0
    as "$bin/pg_ctl" -D "$dir/pg" -m immediate -w stop >/dev/null
    ;;
  *) usage ;;
esac
