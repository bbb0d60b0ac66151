/* main.c - disco, the host command: which subcommand, and its help. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* clang-format off */
#define MACHINE_OPTIONS \
"  ISA            x86_64 (if none is given), i386, aarch64, arm, riscv64,\n" \
"                 riscv32, host\n" \
"  -M MACHINE     one of `disco machines ISA`; pc or virt if none is given\n" \
"  -m SIZE        RAM, in MiB or like 3G     --cpu C      the CPU\n" \
"  --smp N        that many CPUs             --at ADDR    load address\n" \
"  --blind        do not even order the search by popular addresses\n" \
"  --claims       leave firmware tables in place, as claims to be checked\n" \
"  --trace FILE   the emulator's record of every device access\n" \
"  -- ARGS        the rest goes to the emulator as it is\n"

static const struct command {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *help;
} commands[] = {
{ "run", cmd_run,
"  disco run\n"
"  disco run aarch64 -M raspi3b\n"
"  disco run x86_64 -M q35 -m 3G -- -device virtio-rng-pci\n"
"\n"
"Runs the node in this terminal. Ctrl-A x ends it.\n"
"\n"
MACHINE_OPTIONS },
{ "map", cmd_map,
"  disco map\n"
"  disco map aarch64 -M raspi3b --format json -o map.json\n"
"  disco map riscv64 -m 1000 --truth\n"
"  disco map --check map.json\n"
"\n"
"Boots without a screen, waits until all is found, prints the map.\n"
"\n"
MACHINE_OPTIONS
"  --format F     text (if none is given), json, dts or dtb; --json for json\n"
"  -o FILE        write there\n"
"  --timeout S    give up after S seconds (120) with status 3\n"
"  --truth        also ask the emulator, compare page for page; status 1 if\n"
"                 the map is wrong. With json: { \"map\":.., \"truth\":.. }\n"
"  --check FILE   only check a file against doc/spec/map.schema.json\n" },
{ "talk", cmd_talk,
"  disco talk aarch64 hello.fth\n"
"  echo '3 4 + .' | disco talk\n"
"  disco talk host --strict test.fth\n"
"\n"
"Sends Forth text to the node line by line, prints what it answers.\n"
"\n"
MACHINE_OPTIONS
"  FILE           the text; stdin if none is given\n"
"  --strict       status 1 if any line failed\n"
"  --timeout S    give up when an answer takes longer (120) with status 3\n" },
{ "machines", cmd_machines,
"  disco machines\n"
"  disco machines aarch64 --json\n"
"\n"
"Lists what the emulators here offer.\n" },
{ "zoo", cmd_zoo,
"  disco zoo\n"
"  disco zoo riscv64\n"
"  disco zoo aarch64 virt raspi3b --blind\n"
"  disco zoo --list machines.txt --json\n"
"\n"
"Maps many machines, blind and with priors, and scores each map against the\n"
"emulator's own truth. Status 1 unless every machine has a prompt, exact RAM\n"
"and the right console.\n"
"\n"
"  ISA            only that one\n"
"  MACHINE...     those; else test/zoo/public.list\n"
"  --list FILE    rows `ISA MACHINE [SIZE] [-- emulator's arguments]`; #\n"
"                 starts a comment\n"
"  --timeout S    for each run (120)\n"
"  --blind        no second run with priors\n"
"  --json         all there is, see doc/spec/zoo.md\n"
"  --svg DIR      a picture of each address space, found beside true\n"
"  --jobs N       machines at a time (as many as processors)\n"
"\n"
"Columns: ok? the prompt answers a computation; RAM page for page; seen:\n"
"percent of devices at which the map has something; void: of what it calls\n"
"void; exact, cat.: devices with the right name, class; names: of what it\n"
"names, the right ones; Brier: of its confidence, 0 is best; harm: writes to\n"
"devices it does not know or not undone, resets, aborts; scan %: reads per\n"
"4 KiB page in which there is anything. Totals: means over distinct maps.\n" },
{ "port", cmd_port, NULL },
{ "bench", cmd_bench,
"  disco bench boot\n"
"  disco bench forth\n"
"  disco bench forth sieve fib --quick\n"
"  disco bench forth --isa riscv64\n"
"\n"
"  boot           time to the prompt beside the emulator's own firmware\n"
"  forth          our code beside the best of gcc -O1 -O2 -O3 and gforth's,\n"
"                 and how fast source is compiled. Status 1 if sums differ\n"
"  NAME...        only these: programs of test/bench, or `compile`; with a /,\n"
"                 the path of a pair NAME.fth NAME.c of your own\n"
"  --quick        3 short runs, not 7         --json    for programs\n"
"  --isa ISA      count instructions in the emulator: aarch64, riscv64\n"
"  probe          not there yet\n" },
{ "forth", cmd_forth, NULL },
{ "doctor", cmd_doctor,
"  disco doctor\n"
"\n"
"Says what is missing here, and the command that installs it.\n" },
};

static const char usage[] =
"  disco run                       a machine wakes up in this terminal\n"
"  disco map aarch64 -M raspi3b    what it finds there, as a table\n"
"  disco talk riscv64 my.fth       Forth text to its prompt\n"
"\n"
"  disco run      run the node in an emulator, here\n"
"  disco map      boot it, wait, print the map it made\n"
"  disco talk     send it Forth text, print the answers\n"
"  disco machines what the emulators here offer\n"
"  disco zoo      many machines against the emulator's own truth\n"
"  disco port     check ISA | new ISA: encodings, a new port\n"
"  disco bench    boot, forth: figures beside their baselines\n"
"  disco forth    the same Forth as a program on this machine\n"
"  disco doctor   what is missing here\n"
"\n"
"`disco COMMAND --help` shows its options. Exit status: 0 ok, 1 failed,\n"
"2 wrong usage, 3 timed out.\n";
/* clang-format on */

struct opts
opts_or_die(int argc, char **argv)
{
	struct opts o;
	const char *bad = opts_parse(&o, argc, argv);

	if (bad)
		die(EXIT_USAGE, "%s", bad);
	return o;
}

static bool
wants_help(const char *word)
{
	return !strcmp(word, "--help") || !strcmp(word, "-h") ||
	       !strcmp(word, "help");
}

/* --help stands before any `--`. */
static bool
help_asked(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--"); i++)
		if (!strcmp(argv[i], "--help") || !strcmp(argv[i], "-h"))
			return true;
	return false;
}

int
main(int argc, char **argv)
{
	signal(SIGPIPE, SIG_IGN);
	if (argc < 2 || wants_help(argv[1])) {
		fputs(usage, argc < 2 ? stderr : stdout);
		return argc < 2 ? EXIT_USAGE : EXIT_OK;
	}
	for (unsigned i = 0; i < sizeof commands / sizeof *commands; i++) {
		const struct command *c = &commands[i];

		if (strcmp(c->name, argv[1]))
			continue;
		if (c->help && help_asked(argc - 1, argv + 1)) {
			fputs(c->help, stdout);
			return EXIT_OK;
		}
		return c->run(argc - 1, argv + 1);
	}
	die(EXIT_USAGE, "unknown command '%s': `disco --help` lists them",
		argv[1]);
}
