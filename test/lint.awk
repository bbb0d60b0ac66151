# lint.awk - house style of Forth files: stack effects, \G lines, word length.
# SPDX-License-Identifier: 0BSD
# use: awk -f lint.awk FILE... pass=2 FILE...    prints file:line: fault
# A word without a \G line is private to its file: if another file uses it,
# that is a fault. For data (variable, constant) a comment beside it will do.
# A word of the nucleus, or a public one of forth/core, is not defined again.
# Pass 1 gathers the words, pass 2 looks at their uses.

BEGIN {
	defining = " : variable constant value defer buffer: create "
	while ((getline line <"nucleus/prims.h") > 0)
		if (split(line, part, "\"") > 2 && line ~ /^[A-Z]+\("/)
			language[part[2]] = 1
}

FNR == 1 {
	name = doc = ""
	if (!pass && $0 !~ /^\\ [a-z0-9._-]+\.fth - [^ ]/)
		fault("line 1 is not `\\ name.fth - purpose`")
}

# `code` is the line in lower case without comments and strings.
{
	code = tolower(" " $0 " ")
	sub(/ \\ .*/, " ", code)
	sub(/ \\g .*/, " ", code)
	gsub(/ \( [^)]*\)/, " ", code)
	gsub(/[^ ]*" [^"]*"/, " ", code)
	gsub(/\[char\] [^ ]+/, " ", code)
	n = split(code, word, " ")
}

# What follows a word like `hazard:` in a data row is plain text.
pass == 2 {
	if (code !~ /^ :/)
		sub(/[^ ]+: .*/, "", code)
	n = split(code, word, " ")
	for (i = 1; i <= n; i++)
		if ((w = word[i]) in private && w !~ /^[()]$/ &&
			!(w in public) && !((FILENAME, w) in known) &&
			!told[w]++)
			print private[w] ": " w ": no \\G line, but " \
				FILENAME ":" FNR " uses it"
	next
}

/\{: / {
	s = $0
	gsub(/^.*\{: |(--.*)?:\}.*$/, "", s)
	for (i = split(tolower(s), local, " "); i; i--)
		known[FILENAME, local[i]] = 1
}

code ~ / (hex|decimal) / && code !~ / : +(hex|decimal) / {
	fault("HEX or DECIMAL: say $ff or #10")
}

name == "" {
	for (i = 1; i < n; i++)
		if (index(defining, " " word[i] " "))
			break
	w = word[i + 1]
	if (i < n && w != "") {
		known[FILENAME, w] = 1
		if (FILENAME ~ /^forth\/core/ && doc)
			language[w] = 1
		else if (w in language && FILENAME !~ /^forth\/(core|host)/)
			fault(w ": the language has a word of this name")
		if (doc || (word[i] != ":" && / \\ /))
			public[w] = 1
		else
			private[w] = FILENAME ":" FNR
	}
}

/^: / {
	name = word[2]
	begin = FNR
	effect = 0
}

name != "" && FNR <= begin + 1 && /\( .*--.*\)|\{: .*--/ { effect = 1 }

name != "" && code ~ / ; / {
	if (!effect && name != "(")	# before it there are no comments
		fault(name ": no stack effect")
	if (FNR - begin + 1 > 12)
		fault(name ": " FNR - begin + 1 " lines, more than 12")
	name = ""
}

{ doc = /^\\G / }

function fault(what)
{
	print FILENAME ":" FNR ": " what
}
