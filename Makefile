# Makefile - builds disco and one Discovery OS image per ISA; HACKING.md tells.
# SPDX-License-Identifier: 0BSD
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.SECONDARY:
.DEFAULT_GOAL := all

CLANG ?= clang
GCC ?= gcc
OBJCOPY ?= llvm-objcopy
CLANG_FORMAT ?= clang-format
WERROR ?=
ARGS ?=
Q := $(if $(V),,@)

# An ISA is a directory of port/ with a port.mk, which may set these, each with
# the ISA as a suffix: TRIPLE_ CFLAGS_ LDFLAGS_ QEMU_ EXTRA_.
ISAS ?= $(patsubst port/%/port.mk,%,$(wildcard port/*/port.mk))
METAL := $(filter-out host,$(ISAS))
NATIVE := $(shell uname -m)
-include $(ISAS:%=port/%/port.mk)

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wundef -Wstrict-prototypes \
	-Wmissing-prototypes -Wold-style-definition -Wvla -Wconversion \
	-Wsign-conversion -Wcast-align -Wcast-qual -Wpointer-arith \
	-Wwrite-strings -Wimplicit-fallthrough -Wswitch-enum \
	-Wredundant-decls -Wnull-dereference $(WERROR)
COMMON := -std=c11 -O2 -g -fno-common -MMD -MP -I. -Iport -Inucleus $(WARN)
NODE := $(COMMON) -ffreestanding -fno-builtin -fno-stack-protector \
	-fno-strict-aliasing -fwrapv -fno-asynchronous-unwind-tables \
	-fvisibility=hidden -fpie
HOST := $(COMMON) -D_GNU_SOURCE -Ihost
ASAN := -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer
METALFLAGS := -fdirect-access-external-data -Os

DISCO_SRC := $(wildcard host/*.c)
NODE_SRC := $(wildcard nucleus/*.c)
FORTH_SRC := $(shell find forth -name '*.fth' | LC_ALL=C sort)

.PHONY: all run test setup lint budget format doc clean variants
all: out/disco $(patsubst %,out/%/discovery,$(filter host,$(ISAS))) \
	$(METAL:%=out/%/discovery.elf) $(METAL:%=out/%/discovery.bin) \
	$(foreach i,$(ISAS),$(EXTRA_$i))

# What test/run needs beside `all`
TESTS := $(patsubst test/c/%.c,out/%,$(wildcard test/c/*.c))
variants: all out/host-gcc/discovery out/host-asan/discovery $(TESTS)

run: setup
	@$(MAKE) -s --no-print-directory -j$$(nproc) all
	@out/disco run $(ARGS)

test: setup
	@$(MAKE) -s --no-print-directory -j$$(nproc) variants
	@test/run $(ARGS)

setup:
	@host/setup.sh

# disco, the command on your own machine -----------------------------------
out/disco: $(DISCO_SRC:%.c=out/tool/%.o)
	@echo '  link $@'
	$(Q)$(CLANG) -o $@ $^ -ljansson -lm

out/tool/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo '  cc   $@'
	$(Q)$(CLANG) $(HOST) -c -o $@ $<

# The Forth sources as one archive, and the encodings learned from llvm-mc ---
# A node has no use for forth/host/.
packed = out/gen/$(if $(filter host,$1),host,node).bin
not_node = forth/host/%
out/gen/%.bin: host/archive.sh $(FORTH_SRC) $(sort $(dir $(FORTH_SRC)))
	@mkdir -p $(@D)
	$(Q)host/archive.sh out/gen/$* $(filter-out $(not_$*),$(FORTH_SRC))
out/%/ops.c: port/%/ops nucleus/ops.h $(wildcard host/*learn*.c) | out/disco
	@mkdir -p $(@D)
	@echo '  learn $@'
	$(Q)out/disco port learn $* -o $@

# One image: $1 directory below out/, $2 ISA, $3 compiler, $4 more flags -----
define image
out/$1/%.o: %.c Makefile port/$2/port.mk
	@mkdir -p $$(@D)
	@echo '  cc   $$@'
	$(Q)$3 $$(NODE) $$(CFLAGS_$2) $4 -c -o $$@ $$<

out/$1/%.o: %.S Makefile port/$2/port.mk
	@mkdir -p $$(@D)
	@echo '  cc   $$@'
	$(Q)$3 $$(NODE) $$(CFLAGS_$2) $4 -DTEXTS=$(call packed,$2) -c -o $$@ $$<

out/$1/host/source.o: $(call packed,$2)
OBJ_$1 := $(patsubst %,out/$1/%.o,$(basename $(NODE_SRC) host/source.S \
	$(wildcard port/$2/*.[cS]) \
	out/$(if $(filter host,$2),$(NATIVE),$2)/ops.c))
DEPS += $$(OBJ_$1:.o=.d)
endef
TARGET = --target=$(TRIPLE_$1) $(METALFLAGS)
$(foreach i,$(METAL),$(eval $(call image,$i,$i,$(CLANG),$(call TARGET,$i))))
$(eval $(call image,host,host,$(CLANG)))
$(eval $(call image,host-gcc,host,$(GCC),-fno-tree-loop-distribute-patterns))
# The node's stacks are its own, and THROW leaves C frames: no redzones there.
$(eval $(call image,host-asan,host,$(CLANG),$(ASAN) -mllvm -asan-stack=0))

define metal
out/$1/discovery.elf: $$(OBJ_$1) port/$1/link.ld
	@echo '  link $$@'
	$(Q)ld.lld -pie --no-dynamic-linker -z norelro --pack-dyn-relocs=relr \
		-T port/$1/link.ld $$(LDFLAGS_$1) -o $$@ $$(OBJ_$1)

out/$1/discovery.bin: out/$1/discovery.elf
	$(Q)$$(OBJCOPY) -O binary $$< $$@
endef
$(foreach i,$(METAL),$(eval $(call metal,$i)))

# Not position-independent: in the low 2 GiB code calls C directly.
out/host/discovery: $(OBJ_host)
	$(Q)$(CLANG) -no-pie -o $@ $^ $(LDFLAGS_host)
out/host-gcc/discovery: $(OBJ_host-gcc)
	$(Q)$(GCC) -no-pie -o $@ $^ $(LDFLAGS_host)
out/host-asan/discovery: $(OBJ_host-asan)
	$(Q)$(CLANG) -no-pie $(ASAN) -o $@ $^ $(LDFLAGS_host)

# C tests: each is a program of its own, with disco's parts to test ---------
out/asan/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo '  cc   $@'
	$(Q)$(CLANG) $(HOST) $(ASAN) -Dmain=disco -Wno-missing-prototypes \
		-c -o $@ $<

out/%: test/c/%.c $(DISCO_SRC:%.c=out/asan/%.o)
	@mkdir -p $(@D)
	@echo '  cc   $@'
	$(Q)$(CLANG) $(HOST) $(ASAN) -MF $@.d -o $@ $< $(filter %.o,$^) \
		-lcmocka -ljansson -lm

lint budget:
	test/run $@
format:
	$(CLANG_FORMAT) -i $(shell git ls-files -co --exclude-standard '*.[ch]')
doc:
	host/glossary.sh >doc/glossary.md
clean:
	rm -rf out

-include $(DEPS) $(TESTS:%=%.d) $(DISCO_SRC:%.c=out/tool/%.d) \
	$(DISCO_SRC:%.c=out/asan/%.d)
