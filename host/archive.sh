#!/bin/sh
# archive.sh - pack Forth source files: name NUL, length (u32, little), text.
# SPDX-License-Identifier: 0BSD
# use: host/archive.sh forth/load.fth forth/core/x.fth ... >archive
# Names are kept as load.fth writes them, below forth/. An empty name ends it.
set -eu
for file; do
	n=$(wc -c <"$file")
	printf '%s\0' "${file#forth/}"
	# shellcheck disable=SC2059
	printf "$(printf '\\%03o' $((n & 255)) $((n >> 8 & 255)) \
		$((n >> 16 & 255)) $((n >> 24)))"
	cat "$file"
done
printf '\0'
