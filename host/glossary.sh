#!/bin/sh
# glossary.sh - print doc/glossary.md: every word, from prims.h and \G lines.
# SPDX-License-Identifier: 0BSD
set -eu
cd "$(dirname "$0")/.."
cat <<'EOT'
# Glossary

Every word of the node, with its stack effect, what it does, and the file it
stands in. Made by `make doc` from `nucleus/prims.h` and the `\G` lines of
`forth/`; do not edit. `help WORD` shows the same at the prompt.

EOT
# shellcheck disable=SC2046
awk '
function entry(name, effect, text)
{
	gsub(/\|/, "\\|", name)
	printf "- `%s` `%s` %s. *%s*\n", name, effect, text, FILENAME
}

# A row may go over several lines, its texts as well.
FILENAME ~ /prims\.h$/ && (row != "" || /^[A-Z]+\("/) {
	sub(/^[ \t]+/, "")
	row = row $0
	if (row !~ /"\)$/)
		next
	gsub(/\\\\/, "\002", row)
	gsub(/\\"/, "\001", row)
	gsub(/""/, "", row)
	n = split(row, part, "\"")
	for (i in part) {
		gsub("\001", "\"", part[i])
		gsub("\002", "\\", part[i])
	}
	if (n < 7)
		entry(part[2], "( -- addr )", part[4])
	else
		entry(part[2], part[4], part[6])
	row = ""
	next
}

/^\\G / { doc = (doc ? doc " " : "") substr($0, 4); next }

doc && /^(:|code|variable|constant|value|defer|[^ ].* (constant|value)) / {
	effect = match($0, /\( .*--[^)]*\)/) ? substr($0, RSTART, RLENGTH) : ""
	name = $1 == ":" ? $2 : ($1 ~ /^(variable|defer)$/ ? $2 : last())
	sub(/[.]$/, "", doc)
	entry(name, effect, doc)
}

{ doc = "" }

# The name that a line like `4096 constant /page` defines.
function last(    i)
{
	for (i = 1; i < NF; i++)
		if ($i == "constant" || $i == "value")
			return $(i + 1)
}
' nucleus/prims.h $(find forth -name '*.fth') | LC_ALL=C sort -f
