# priors.awk - the memory-mapped devices of one device tree, as facts.
# SPDX-License-Identifier: 0BSD
# use: dtc -O dts FILE | awk -v board=NAME -f priors.awk
# Prints, for each node whose address the processor can reach: SoC (the last
# compatible of the root), class (what the node's name says it is), address
# and size in hexadecimal, and its compatibles, most general last.
# source: Devicetree Specification v0.4, sections 2.3.5 to 2.3.8

function hex(s,    i, n)
{
	n = 0
	sub(/^0x/, "", s)
	for (i = 1; i <= length(s); i++)
		n = n * 16 + index("0123456789abcdef", substr(s, i, 1)) - 1
	return n
}

# The number in `cells` cells from v[at] on.
function number(v, at, cells,    n)
{
	for (n = 0; cells > 0; cells--)
		n = n * 4294967296 + v[at++]
	return n
}

# The cells of a property's text into v; how many there are. Labels go.
function split_cells(text, v,    n, i)
{
	gsub(/[a-zA-Z_][a-zA-Z0-9_]*:/, "", text)
	gsub(/[<>,;]/, " ", text)
	n = split(text, v, " ")
	for (i = 1; i <= n; i++)
		v[i] = hex(v[i])
	return n
}

# The address a, as the bus of node d sees it, as the processor does; -1 if
# it can't reach it. d 1 is the root.
function translate(a, d,    v, n, i, ca, pa, sc, row, base,
	size, found)
{
	for (; d > 1; d--) {
		if (!(d in ranges))
			return -1
		n = split_cells(ranges[d], v)
		if (!n)
			continue
		ca = ac[d]
		pa = ac[d - 1]
		sc = zc[d]
		if (ca > 2 || pa > 2)
			return -1
		found = 0
		row = ca + pa + sc
		for (i = 1; i + row - 1 <= n; i += row) {
			base = number(v, i, ca)
			size = number(v, i + ca + pa, sc)
			if (a >= base && a < base + size) {
				a += number(v, i + ca, pa) - base
				found = 1
				break
			}
		}
		if (!found)
			return -1
	}
	return a
}

# What a node at depth d is, now that its own properties are known.
function report(d,    v, n, a, size, name)
{
	if (done[d] || !(d in reg) || !(d in compatible) || d < 2)
		return
	done[d] = 1
	n = split_cells(reg[d], v)
	if (ac[d - 1] < 1 || ac[d - 1] > 2 || n < ac[d - 1] + zc[d - 1])
		return
	if (!zc[d - 1])
		return
	a = translate(number(v, 1, ac[d - 1]), d - 1)
	size = number(v, 1 + ac[d - 1], zc[d - 1])
	if (a < 0 || !size)
		return
	name = node[d]
	sub(/@.*/, "", name)
	sub(/[-_]?[0-9]+$/, "", name)
	printf "%s\t%s\t%s\t%x%04x\t%x\t%s\n", soc, board, name,
		int(a / 65536), a % 65536, size, compatible[d]
}

/^[ \t]*\/\*/ { next }
/\{$/ {
	if (depth)
		report(depth)
	depth++
	node[depth] = $(NF - 1)
	ac[depth] = 2
	zc[depth] = 1
	done[depth] = 0
	delete reg[depth]
	delete ranges[depth]
	delete compatible[depth]
	next
}
/^[ \t]*\};/ {
	report(depth)
	depth--
	next
}
/^[ \t]*#address-cells = / { split_cells($3, one); ac[depth] = one[1] }
/^[ \t]*#size-cells = / { split_cells($3, one); zc[depth] = one[1] }
/^[ \t]*reg = / { sub(/.*reg = /, ""); reg[depth] = $0 }
/^[ \t]*ranges;/ { ranges[depth] = "" }
/^[ \t]*ranges = / { sub(/.*ranges = /, ""); ranges[depth] = $0 }
/^[ \t]*compatible = / {
	sub(/.*compatible = /, "")
	gsub(/[";]/, "")
	gsub(/, /, " ")
	gsub(/\\0/, " ")
	compatible[depth] = $0
	if (depth == 1)
		soc = $NF
}
