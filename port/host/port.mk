# port.mk - the host port: a Linux process on the machine that builds it.
# SPDX-License-Identifier: 0BSD
TRIPLE_host  =
# Forth words call C at any stack alignment: C realigns.
CFLAGS_host  = $(if $(filter x86_64,$(shell uname -m)),-mstackrealign)
