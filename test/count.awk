# count.awk - count code lines and data rows, by the rule of ADR 0001.
# SPDX-License-Identifier: 0BSD
# use: awk -f count.awk FILE...    prints `code data`
# The language goes by the file's name: C and assembly have /* */ and //,
# Forth has \ and ( ), all else has #. Blank lines and lines that hold nothing
# but comment are not code. Data rows are the lines between the comment lines
# `data rows` and `end of data rows`.

FNR == 1 {
	forth = FILENAME ~ /\.fth$/
	c = FILENAME ~ /\.([chS]|ld)$/
	comment = rows = 0
}

/^(\\|\/\*) data rows/ { rows = 1 }
/^(\\|\/\*) end of data rows/ { rows = 0 }

{
	line = $0
	if (c)
		line = strip(line)
	else if (forth)
		sub(/^[ \t]*(\\([ \tG].*)?|\([^)]*\)[ \t]*)$/, "", line)
	else
		sub(/^[ \t]*#.*$/, "", line)
	if (line ~ /[^ \t]/)
		rows ? data++ : code++
}

# The rest of a C line without its comments; `comment` goes on to the next.
# Comment marks inside a string are not told apart: none stands in this tree.
function strip(s,    kept, i)
{
	kept = ""
	for (;;) {
		if (comment) {
			if (!(i = index(s, "*/")))
				return kept
			s = substr(s, i + 2)
			comment = 0
		}
		sub(/^[ \t]*\/\/.*/, "", s)
		if (!(i = index(s, "/*")))
			return kept s
		kept = kept substr(s, 1, i - 1)
		s = substr(s, i + 2)
		comment = 1
	}
}

END { print code + 0, data + 0 }
