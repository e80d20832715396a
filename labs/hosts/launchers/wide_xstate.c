/*
 * Preloaded into user-mode Linux (LD_PRELOAD). It keeps its processes' floating-point state in a buffer of fixed size,
 * and the kernel below takes a state back only whole (EFAULT). Where the processor has more of it (AMX: 11,008 bytes),
 * this gives what user-mode Linux has room for, and fills up what it gives back. Where it has no more, nothing changes.
 *
 * Layout: Intel SDM volume 1, 13.4: 512 bytes of legacy state, a header that begins with the bit map of the components
 * that are present, then the components at the offsets that CPUID leaf 0DH tells.
 */
#define _GNU_SOURCE
#include <cpuid.h>
#include <dlfcn.h>
#include <elf.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/types.h>
#include <sys/uio.h>

enum { LEGACY = 512, COMPONENTS = 63, MOST = 1 << 16 };

static long (*next)(enum __ptrace_request, pid_t, void *, void *);
/* One of each: only the thread that is user-mode Linux's processor asks, and its stacks are too small for it. */
static union {
	uint8_t bytes[MOST];
	uint64_t words[MOST / sizeof(uint64_t)];
} whole;

__attribute__((constructor)) static void find_next(void)
{
	*(void **)&next = dlsym(RTLD_NEXT, "ptrace");
}

/* The components that lie wholly in the first `room` bytes. */
static uint64_t within(size_t room)
{
	uint64_t found = 3; /* x87 and SSE: the legacy part */
	unsigned component, size, offset, ecx, edx;

	for (component = 2; component < COMPONENTS; component++)
		if (__get_cpuid_count(0xd, component, &size, &offset, &ecx, &edx) && offset && offset + size <= room)
			found |= 1ULL << component;
	return found;
}

static long read_state(pid_t pid, struct iovec *asked)
{
	struct iovec all = {whole.bytes, MOST};
	long result = next(PTRACE_GETREGSET, pid, (void *)NT_X86_XSTATE, &all);

	if (result == 0) {
		if (asked->iov_len > all.iov_len)
			asked->iov_len = all.iov_len;
		memcpy(asked->iov_base, whole.bytes, asked->iov_len);
	}
	return result;
}

static long write_state(pid_t pid, struct iovec *given)
{
	static size_t size; /* of the whole state */
	static size_t room; /* for which `kept` holds */
	static uint64_t kept;
	struct iovec all = {whole.bytes, MOST};

	if (!size) {
		if (next(PTRACE_GETREGSET, pid, (void *)NT_X86_XSTATE, &all))
			return -1;
		size = all.iov_len;
	}
	if (given->iov_len >= size || given->iov_len < LEGACY + sizeof(uint64_t))
		return next(PTRACE_SETREGSET, pid, (void *)NT_X86_XSTATE, given);
	if (room != given->iov_len) {
		room = given->iov_len;
		kept = within(room);
	}
	memset(whole.bytes + room, 0, size - room);
	memcpy(whole.bytes, given->iov_base, room);
	whole.words[LEGACY / sizeof(uint64_t)] &= kept; /* the others go back to how a processor begins */
	all.iov_len = size;
	return next(PTRACE_SETREGSET, pid, (void *)NT_X86_XSTATE, &all);
}

long ptrace(enum __ptrace_request request, ...)
{
	va_list rest;
	pid_t pid;
	void *address, *data;

	va_start(rest, request);
	pid = va_arg(rest, pid_t);
	address = va_arg(rest, void *);
	data = va_arg(rest, void *);
	va_end(rest);
	if (address == (void *)NT_X86_XSTATE && request == PTRACE_GETREGSET)
		return read_state(pid, data);
	if (address == (void *)NT_X86_XSTATE && request == PTRACE_SETREGSET)
		return write_state(pid, data);
	return next(request, pid, address, data);
}
