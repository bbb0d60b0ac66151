#!/bin/sh
# setup.sh - install the packages of packages.txt that this machine lacks.
# SPDX-License-Identifier: 0BSD
# Says what it does; stops with one clear line when it cannot. Silent, quick
# and without the network when nothing is missing.
set -eu
cd "$(dirname "$0")/.."

stop() {
	echo "setup: $1" >&2
	exit 1
}

have() {
	dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null |
		grep -qx installed
}

command -v dpkg-query >/dev/null ||
	stop "this is not Debian: install by hand what packages.txt names"
missing=
# shellcheck disable=SC2013
for package in $(sed 's/[#[:space:]].*//' packages.txt); do
	have "$package" || missing="$missing $package"
done
[ "$missing" ] || exit 0

options="-y -o DPkg::Lock::Timeout=120 --no-install-recommends"
install="apt-get install $options$missing"
sudo=
if [ "$(id -u)" != 0 ]; then
	command -v sudo >/dev/null ||
		stop "no root and no sudo here; as root, run: $install"
	sudo=sudo
fi
echo "setup: installing with ${sudo:+sudo }apt-get:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -q >&2 ||
	stop "apt-get update failed: is there a network? needed:$missing"
# shellcheck disable=SC2086
$sudo env DEBIAN_FRONTEND=noninteractive $install >&2 ||
	stop "apt-get could not install:$missing (see its message above)"
