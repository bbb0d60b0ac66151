\ load.fth - the table of contents: what the node is made of, in load order.
\ SPDX-License-Identifier: 0BSD
include core/kernel.fth    \ the words that need no C
include core/number.fth    \ numbers as text
include core/error.fth     \ what a throw was about
include core/control.fth   \ CASE, structures, strings, synonyms
include core/double.fth    \ double-cell numbers
include core/memory.fth    \ ALLOCATE and FREE
include core/block.fth     \ blocks in memory
include core/input.fth     \ LOAD, REFILL, SAVE-INPUT, [IF]
include core/xchar.fth     \ UTF-8
include core/string.fth    \ SUBSTITUTE
include core/compile.fth   \ locals of old, N>R, FORGET
include core/file.fth      \ files; INCLUDE
include core/time.fth      \ deadlines and delays over the tick counter
include core/terminal.fth  \ KEY, ANSI sequences
include core/facility.fth  \ EKEY, TIME&DATE
include core/environment.fth  \ ENVIRONMENT?
cell 8 = [if]              \ a double is in one cell there
include core/float.fth     \ doubles, also as text
include core/functions.fth  \ FSIN, FEXP, FLN, and so on
[then]
include core/status.fth    \ the status line above the prompt
include core/edit.fth      \ ACCEPT: the line editor and machine mode
include core/quit.fth      \ the prompt
include core/tools.fth     \ WORDS SEE HELP DUMP and their kin
hosted? [if]
include host/process.fth   \ disco forth: arguments, history, its end
[then]
include core/tree.fth      \ the device tree
include probe/bus.fth      \ guarded, counted accesses; hazards; progress
include probe/hazards.fth  \ data: what no probe may touch
include probe/void.fth     \ what nothing looks like here
include probe/space.fth    \ regions of the address space; .memory
include probe/ram.fth      \ all RAM, exact to the page
include probe/journal.fth  \ intents that outlive a hang; poison
include know/map.fth       \ what is known, for the printers; .what-i-learned
include probe/search.fth   \ the whole address space: RAM elsewhere, devices
include identify/features.fth  \ what the processor can do; its proofs
include identify/feature-rows.fth  \ data
include know/claims.fth    \ what firmware says, and its verdict; .claims
include know/json.fth      \ the map as JSON
include know/dts.fth       \ the map as device-tree source
include identify/signatures.fth  \ what kinds of device look like; a match
include identify/uart.fth  \ data: UARTs, and their proofs by effect
include identify/primecell.fth  \ data: ARM's cells, by their ID blocks
include identify/arm.fth   \ data: GIC, MPCore and their kin
include identify/common.fth  \ data: blocks that many chips have
include identify/aspeed.fth
include identify/imx.fth
include identify/exynos.fth
include identify/bcm2835.fth
include identify/npcm.fth
include identify/xilinx.fth
include identify/allwinner.fth
include identify/pxa.fth
include identify/omap.fth
include identify/riscv.fth
include identify/boards.fth  \ data: registers of boards, small families
include identify/priors.fth  \ data: popular addresses; what else is likely
include identify/families.fth  \ data: places of devices, by family
include identify/cpu.fth   \ data: processors; .cpu
include drive/uart.fth     \ what a UART driver is
include drive/uart-16550.fth
include drive/uart-pl011.fth
include drive/uart-bcm2835.fth
include drive/uart-sifive.fth
include drive/uart-cadence.fth
include drive/uart-shakti.fth
include drive/uart-imx.fth
include drive/uart-exynos.fth
include drive/uart-strongarm.fth
include drive/console.fth  \ one console out of several candidates
include probe/find.fth     \ where to look for a console
include know/dtb.fth       \ claims of a device tree
include know/acpi.fth      \ claims of a PC's firmware
include measure/clock.fth  \ the rate of the ticks
include drive/watchdog.fth  \ a watchdog over risky spans
include identify/devices.fth  \ a node for each device that was recognised
include identify/pci.fth    \ PCI: hosts, bridges, functions
include identify/cores.fth  \ how many processors there are
include drive/interrupts.fth  \ which line a device raises
include drive/interrupt-rows.fth
include identify/pc.fth     \ the fixed devices of a PC
include identify/unknown.fth  \ what has no name; .devices, .unknown
include discover.fth       \ the order of it all; COLD
