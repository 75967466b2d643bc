#!/bin/sh
# Installs what the tests need beside Python, from Debian's packages: the PostgreSQL server,
# Chromium for what people open in a browser, LibreOffice for what they open as a workbook.
set -eu

updated=
failed=0

# install NAME PACKAGES: installs them, or says how to; one that fails keeps no other from coming.
install() {
    name=$1
    shift
    if ! command -v apt-get >/dev/null; then
        echo "$name is missing, its tests will be skipped; install it ($*)" >&2
        return 0
    fi
    if [ "$(id -u)" -ne 0 ]; then
        echo "$name is missing, its tests will be skipped; install it with" >&2
        echo "    sudo apt-get update && sudo apt-get install --no-install-recommends $*" >&2
        return 0
    fi
    [ -n "$updated" ] || apt-get update -qq || failed=1
    updated=yes
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Options::=--force-confold "$@" || failed=1
}

# found COMMANDS: one of them is there.
found() {
    for command in "$@"; do
        command -v "$command" >/dev/null && return 0
    done
    return 1
}

if [ -z "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] && ! found initdb; then
    if [ "$(id -u)" -eq 0 ] && found apt-get; then
        # No server of the machine's own is wanted: the tests start theirs.
        mkdir -p /etc/postgresql-common
        [ -e /etc/postgresql-common/createcluster.conf ] ||
            echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    fi
    install PostgreSQL postgresql
fi
# Liberation Sans has every letter of Vietnamese; without a font pages would be boxes.
if ! found chromium chromium-browser google-chrome google-chrome-stable; then
    install Chromium chromium fonts-liberation
fi
# Writer may be there without Calc.
if [ -z "$(ls /usr/lib/libreoffice/program/libsclo.so /opt/libreoffice*/program/libsclo.so 2>/dev/null)" ]; then
    install LibreOffice libreoffice-calc fonts-liberation
fi
exit $failed
