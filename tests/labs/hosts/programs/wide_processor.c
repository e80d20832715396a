/*
 * Preloaded below what is tested: the kernel as it is on a processor with AMX, as far as a tracer sees its state. It
 * has 11,008 bytes, and is taken back only whole (EFAULT) and without components that the process has no leave to use
 * (EINVAL). To be strict, what it gives claims that they are present.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/types.h>
#include <sys/uio.h>

enum { WIDE = 11008, PRESENT = 512 / 8 };

static const uint64_t TILES = 3ULL << 17; /* TILECFG and TILEDATA */
static union {
	char bytes[WIDE];
	uint64_t words[WIDE / 8];
} state;

static long refused(int why)
{
	errno = why;
	return -1;
}

long ptrace(enum __ptrace_request request, ...)
{
	static long (*next)(enum __ptrace_request, pid_t, void *, void *);
	struct iovec narrow = {state.bytes, WIDE}, *wide;
	va_list rest;
	pid_t pid;
	void *address;

	va_start(rest, request);
	pid = va_arg(rest, pid_t);
	address = va_arg(rest, void *);
	wide = va_arg(rest, struct iovec *);
	va_end(rest);
	if (!next)
		*(void **)&next = dlsym(RTLD_NEXT, "ptrace");
	if (address != (void *)NT_X86_XSTATE || (request != PTRACE_GETREGSET && request != PTRACE_SETREGSET))
		return next(request, pid, address, wide);
	if (request == PTRACE_SETREGSET) {
		if (wide->iov_len < WIDE)
			return refused(EFAULT);
		memcpy(state.bytes, wide->iov_base, WIDE);
		return state.words[PRESENT] & TILES ? refused(EINVAL) : next(request, pid, address, &narrow);
	}
	memset(state.bytes, 0xa5, WIDE);
	if (next(request, pid, address, &narrow))
		return -1;
	state.words[PRESENT] |= TILES;
	if (wide->iov_len > WIDE)
		wide->iov_len = WIDE;
	memcpy(wide->iov_base, state.bytes, wide->iov_len);
	return 0;
}
