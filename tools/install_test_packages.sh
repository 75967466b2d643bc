#!/bin/sh
# Installs what the tests need beside Python: the PostgreSQL server, from Debian's packages.
set -eu

if [ -n "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || command -v initdb >/dev/null; then
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "PostgreSQL is missing, its tests will be skipped; install its server (initdb, pg_ctl)" >&2
    exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "PostgreSQL is missing, its tests will be skipped; install it with" >&2
    echo "    sudo apt-get update && sudo apt-get install --no-install-recommends postgresql" >&2
    exit 0
fi
apt-get update -qq
# No server of the machine's own is wanted: the tests start theirs.
mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] ||
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o Dpkg::Options::=--force-confold postgresql
