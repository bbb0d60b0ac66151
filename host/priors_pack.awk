# priors_pack.awk - from the devices of many boards to a small table by family.
# SPDX-License-Identifier: 0BSD
# use: awk -v bytes=N -f priors_pack.awk DEVICES    (what priors.awk prints)
# A family is a set of SoCs whose devices are at the same places. A place is
# kept if half of the family's boards have it. Families that more boards have
# come first, until the table is full. A row: `family: NAME UNIT PLACES`; a
# place is its distance from the one before it, in units of 1 << UNIT bytes,
# base 36, and a letter for its class; a distance like the last one is left
# out. `places MORE` goes on where the line ended.

BEGIN {
	FS = "\t"
	digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	# class letters: the order is that of forth/identify/priors.fth
	class("a", "serial uart console usart")
	class("b", "timer pit gpt pwm ttc mct stimer system-timer counter")
	class("c", "interrupt-controller intc gic pic plic avic vic aic")
	class("d", "rtc")
	class("e", "gpio gpio-controller")
	class("f", "watchdog wdt wdog")
	class("g", "dma-controller dma sdma pdma edma dma-apbh")
	class("h", "i2c i2c-bus twi")
	class("i", "spi qspi ssp ecspi flash-controller")
	class("j", "mmc sdhci sdhc esdhc usdhc sdio mmci sd emmc")
	class("k", "sata ahci nand-controller nand ide ufs ufshc")
	class("l", "ethernet fec mac gmac eth enet")
	class("m", "display lcdif lcd lcd-controller display-controller vop")
	class("m", "clcd hdmi dsi dc dispc dcon fimd vpu")
	class("n", "keypad kpp touchscreen kmi kbc matrix-keypad tsc lradc")
	class("o", "usb usbotg ehci ohci usb-otg otg")
	class("p", "pcie pci pci-controller pcie-controller")
	class("q", "virtio virtio_mmio")
	class("s", "flash nor spifi")
	class("t", "syscon clock-controller reset-controller scu clock ccm src")
	class("t", "system-controller sysreg sysctl prcm scm slcr power")
	class("t", "pinctrl iomuxc anatop gpc snvs pmu cru cprman mailbox")
	class("t", "cache-controller memory-controller power-controller")
	class("t", "pin-controller clkctrl mmdc efuse ocotp chipid")
	class("u", "i2s sai ssi spdif audio-controller ac97 sound mcbsp")
	class("v", "rng crypto caam sahara aes sha des tdes sham trng")
	# debug parts hang the bus when they have no power; memory is no device
	class("-", "memory cpu sram ocram etm funnel tpiu replicator etf etb")
	class("-", "etr cti stm tmc ptm debug cpu-debug reserved-memory qos")
	class("-", "iram rom l2-cache cache smem rmem ramoops bootrom mdio")
	class("-", "bus target-module soc segment ports port aips-bus aips")
}

function class(letter, names,    v, n)
{
	for (n = split(names, v, " "); n; n--)
		letter_of[v[n]] = letter
}

function hex(s,    i, n)
{
	for (i = 1; i <= length(s); i++)
		n = n * 16 + index("0123456789abcdef", substr(s, i, 1)) - 1
	return n
}

function base36(n,    s)
{
	do {
		s = substr(digits, n % 36 + 1, 1) s
		n = int(n / 36)
	} while (n)
	return s
}

{
	letter = $3 in letter_of ? letter_of[$3] : "w"
	if (letter == "-" || length($4) > 10 || $1 == "")
		next
	if (!(($1, $2) in board)) {
		board[$1, $2] = 1
		if (!boards[$1]++)
			soc[++socs] = $1
	}
	if (($1, $2, $4) in once)
		next
	once[$1, $2, $4] = 1
	if (!has[$1, $4]++)
		list[$1] = list[$1] " " $4
	if (!($4 in value))
		value[$4] = hex($4)
	if (!(($1, $4) in named) || named[$1, $4] == "w")
		named[$1, $4] = letter
}

# True if the places of two SoCs are mostly the same.
function alike(a, b,    v, n, i, both, most)
{
	n = split(list[a], v, " ")
	most = n > count[b] ? n : count[b]
	if (n + count[b] < 1.6 * most)
		return 0
	both = 0
	for (i = 1; i <= n; i++)
		if ((b, v[i]) in has)
			both++
	return both >= 0.7 * most
}

# Add SoC b's boards to those of family a.
function join(a, b,    v, n, i)
{
	boards[a] += boards[b]
	for (i = split(list[b], v, " "); i; i--) {
		n = v[i]
		if (!((a, n) in has))
			list[a] = list[a] " " n
		has[a, n] += has[b, n]
		if (!((a, n) in named) || named[a, n] == "w")
			named[a, n] = named[b, n]
	}
	count[a] = split(list[a], v, " ")
	gone[b] = 1
}

# The places of a family that half of its boards have, sorted, into p. Of many
# places those without a class are left out.
function places(s, p,    v, n, i, j, k, t)
{
	k = 0
	n = split(list[s], v, " ")
	for (i = 1; i <= n; i++)
		if (has[s, v[i]] * 2 >= boards[s] &&
		    (n < 48 || named[s, v[i]] != "w"))
			p[++k] = v[i]
	for (i = 2; i <= k; i++) {
		t = p[i]
		for (j = i; j > 1 && value[p[j - 1]] > value[t]; j--)
			p[j] = p[j - 1]
		p[j] = t
	}
	return k
}

# The largest unit that nine in ten of the places are multiples of.
function unit(p, k,    u, i, fit)
{
	for (u = 16; u > 8; u--) {
		fit = 0
		for (i = 1; i <= k; i++)
			fit += value[p[i]] % 2 ^ u == 0
		if (fit * 10 >= k * 9)
			return u
	}
	return u
}

# The row of a family, as one text.
function row(s,    p, k, i, u, at, last, step, now, text)
{
	k = places(s, p)
	if (k < 6)
		return ""
	u = unit(p, k)
	at = last = 0
	step = -1
	text = ""
	for (i = 1; i <= k; i++) {
		now = int(value[p[i]] / 2 ^ u)
		if (i > 1 && now == at)
			continue
		text = text (now - at == step ? "" : base36(now - at)) \
			named[s, p[i]]
		step = now - at
		at = now
	}
	return s " " u " " text
}

# A row, in lines of 80 columns.
function print_row(text,    line, head)
{
	line = "family: " text
	while (length(line) > 79) {
		print substr(line, 1, 79)
		line = "places " substr(line, 80)
	}
	print line
}

# How many boards a byte of the family's row stands for.
function worth(s)
{
	return text[s] == "" ? 0 : boards[s] / (length(text[s]) + 20)
}

# Sort the SoCs by falling key.
function sort(key,    i, j, t)
{
	for (i = 2; i <= socs; i++) {
		t = soc[i]
		for (j = i; j > 1 && key[soc[j - 1]] < key[t]; j--)
			soc[j] = soc[j - 1]
		soc[j] = t
	}
}

END {
	for (i = 1; i <= socs; i++)
		count[soc[i]] = split(list[soc[i]], v, " ")
	for (i = 1; i <= socs; i++)
		for (j = i + 1; j <= socs; j++)
			if (!(soc[i] in gone) && !(soc[j] in gone) &&
			    alike(soc[i], soc[j]))
				join(soc[i], soc[j])
	for (i = 1; i <= socs; i++) {
		text[soc[i]] = soc[i] in gone ? "" : row(soc[i])
		key[soc[i]] = worth(soc[i])
	}
	sort(key)
	for (i = 1; i <= socs; i++) {
		size = length(text[soc[i]]) * 1.1 + 9
		if (!key[soc[i]] || used + size > bytes)
			text[soc[i]] = ""
		else
			used += size
	}
	sort(boards)
	for (i = 1; i <= socs; i++)
		if (text[soc[i]] != "")
			print_row(text[soc[i]])
}
