#!/bin/sh
# priors.sh - facts of public device trees as a small table of families.
# SPDX-License-Identifier: 0BSD
# use: host/priors.sh [-b BYTES] [FILE.dts...] >forth/identify/families.fth
# Without files: the trees of arm, arm64 and riscv in Debian's package
# linux-source-6.1, which is fetched; the whole takes two minutes. What is kept
# is addresses and classes, no text: see host/priors.awk and priors_pack.awk.
# Needs cpp (gcc), dtc (device-tree-compiler), awk, and apt-get for the package.
set -eu
bytes=16500
[ "${1:-}" != -b ] || { bytes=$2; shift 2; }
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# devices FILE: the device tree source FILE as lines of devices.
devices() {
	cpp -nostdinc -undef -D__DTS__ -x assembler-with-cpp -I include \
		-I scripts/dtc/include-prefixes "$1" 2>/dev/null |
		dtc -q -I dts -O dts -i "$(dirname "$1")" - 2>/dev/null |
		awk -v board="$(basename "$1" .dts)" -f "$here/priors.awk" || :
}

# fetch: the package's device trees; this leaves us where they are.
fetch() {
	cd "$work"
	apt-get download linux-source-6.1 >/dev/null 2>&1 || {
		echo "priors.sh: apt-get cannot download linux-source-6.1" >&2
		exit 1
	}
	dpkg-deb --fsys-tarfile linux-source-6.1_*.deb |
		tar xf - --wildcards '*/linux-source-6.1.tar.xz'
	tar xf usr/src/linux-source-6.1.tar.xz --wildcards \
		'*/arch/*/boot/dts' '*/include/dt-bindings' \
		'*/scripts/dtc/include-prefixes' \
		'*/include/uapi/linux/input-event-codes.h'
	cd linux-source-6.1
}

# machines: what has no tree there, by hand: hw/arm/virt.c, hw/arm/sbsa-ref.c
# and hw/riscv/virt.c of QEMU 7.2; chipset datasheets of the PC (ICH9, 82093AA).
machines() {
	while read -r soc class list; do
		for at in $list; do
			printf '%s\t%s\t%s\t%s\t1000\tx\n' \
				"$soc" "$soc" "$class" "$at"
		done
	done <<-EOF
		arm-virt interrupt-controller 8000000 8010000
		arm-virt serial 9000000
		arm-virt rtc 9010000
		arm-virt gpio 9030000
		arm-virt virtio a000000 a001000 a002000 a003000
		arm-virt pcie 3f000000 4010000000
		riscv-virt rtc 101000
		riscv-virt timer 2000000
		riscv-virt interrupt-controller c000000
		riscv-virt serial 10000000
		riscv-virt virtio 10001000 10002000 10003000 10004000 10005000
		riscv-virt virtio 10006000 10007000 10008000
		riscv-virt flash 20000000 22000000
		riscv-virt pcie 30000000
		sbsa-ref interrupt-controller 40060000 40080000
		sbsa-ref watchdog 50010000 50011000
		sbsa-ref serial 60000000 60030000 60040000
		sbsa-ref rtc 60010000
		sbsa-ref gpio 60020000
		sbsa-ref sata 60100000
		sbsa-ref usb 60110000
		sbsa-ref pcie f0000000
		pc display a0000
		pc pcie b0000000 e0000000
		pc interrupt-controller fec00000 fee00000
		pc timer fed00000
	EOF
}

pack() { awk -v bytes="$1" -f "$here/priors_pack.awk" "$2"; }

: >"$work/devices"
if [ $# -gt 0 ]; then
	from=$(basename -a "$@" | tr '\n' ' ')
	for file; do
		devices "$file"
	done >"$work/devices"
else
	from='device trees of Linux 6.1 (Debian linux-source-6.1), qemu 7.2 hw/'
	machines >"$work/machines"
	fetch
	find arch/arm/boot/dts arch/arm64/boot/dts arch/riscv/boot/dts \
		-name '*.dts' | LC_ALL=C sort | while read -r file; do
		devices "$file"
	done >"$work/devices"
fi
cat <<EOF
\\ families.fth - places that devices of a family like: facts, made by a script.
\\ SPDX-License-Identifier: 0BSD
\\ needs: priors.fth (what a row means)
\\ source: $from
\\ made by host/priors.sh; nothing here is believed before it is seen

\\ data rows
EOF
[ ! -e "$work/machines" ] || pack 9999 "$work/machines"
pack "$bytes" "$work/devices"
printf '%s\n' '\ end of data rows' '0 c, align'
