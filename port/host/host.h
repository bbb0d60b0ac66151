/* host.h - what the two halves of the host port owe each other. */
/* SPDX-License-Identifier: 0BSD */
#ifndef HOST_H
#define HOST_H
#include <signal.h>
/* True between Ctrl-C and what it leads to. */
extern volatile sig_atomic_t host_interrupted;
/* The process's arguments: called first. */
void host_start(int argc, char **argv);
/* Send what waits for output, and give the terminal back as it was. */
void host_end(void);
#endif
