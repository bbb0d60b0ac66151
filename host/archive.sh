#!/bin/sh
# archive.sh - pack Forth source files: name NUL, length (u32, little), text.
# SPDX-License-Identifier: 0BSD
# use: host/archive.sh out/gen/node forth/load.fth forth/core/x.fth ...
# Names are kept as load.fth writes them, below forth/. An empty name ends it.
# Leaves node.raw, and node.bin: the same as one LZ4 block, without the
# head and the end mark of the frame that lz4 puts around it.
set -eu
out=$1
shift
for file; do
	n=$(wc -c <"$file")
	printf '%s\0' "${file#forth/}"
	# shellcheck disable=SC2059
	printf "$(printf '\\%03o' $((n & 255)) $((n >> 8 & 255)) \
		$((n >> 16 & 255)) $((n >> 24)))"
	cat "$file"
done >"$out.raw"
printf '\0' >>"$out.raw"
[ "$(wc -c <"$out.raw")" -lt 4194304 ] || {
	echo 'archive.sh: forth/ does not fit into one LZ4 block' >&2
	exit 1
}
lz4 -12 -q -f --no-frame-crc "$out.raw" "$out.lz4"
tail -c +12 "$out.lz4" | head -c -4 >"$out.bin"
rm "$out.lz4"
