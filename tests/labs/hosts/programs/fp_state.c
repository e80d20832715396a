/*
 * The first process of a guest. Several processes hold numbers of their own in x87, SSE and (where there is one) AVX
 * registers while the kernel switches between them, and look after each switch whether they are still there.
 * Prints "fp-state kept" or "fp-state lost", then powers off.
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/reboot.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PROCESSES = 4, SWITCHES = 4000, WIDE = 32, REGISTERS = 4 };

static volatile sig_atomic_t signals;

static void count(int number)
{
	(void)number;
	signals++;
}

/* Load, have the kernel switch (a plain system call, so that the compiler touches no register between), store. */
static void sse_round(const unsigned char *in, unsigned char *out, double *x87)
{
	long result;

	__asm__ volatile("fldl (%[x])\n movups (%[in]), %%xmm0\n movups 32(%[in]), %%xmm7\n movups 64(%[in]), %%xmm8\n"
			 "movups 96(%[in]), %%xmm15\n syscall\n movups %%xmm0, (%[out])\n movups %%xmm7, 32(%[out])\n"
			 "movups %%xmm8, 64(%[out])\n movups %%xmm15, 96(%[out])\n fstpl (%[x])"
			 : "=a"(result)
			 : "a"(24L /* sched_yield */), [in] "r"(in), [out] "r"(out), [x] "r"(x87)
			 : "rcx", "r11", "memory", "xmm0", "xmm7", "xmm8", "xmm15");
}

static void avx_round(const unsigned char *in, unsigned char *out)
{
	long result;

	__asm__ volatile("vmovups (%[in]), %%ymm0\n vmovups 32(%[in]), %%ymm7\n vmovups 64(%[in]), %%ymm8\n"
			 "vmovups 96(%[in]), %%ymm15\n syscall\n vmovups %%ymm0, (%[out])\n vmovups %%ymm7, 32(%[out])\n"
			 "vmovups %%ymm8, 64(%[out])\n vmovups %%ymm15, 96(%[out])\n vzeroupper"
			 : "=a"(result)
			 : "a"(24L), [in] "r"(in), [out] "r"(out)
			 : "rcx", "r11", "memory", "xmm0", "xmm7", "xmm8", "xmm15");
}

/* 0 when every register came back after every switch. */
static int hold(int process)
{
	unsigned char in[REGISTERS * WIDE], out[REGISTERS * WIDE];
	int at, reg, avx = __builtin_cpu_supports("avx");
	double x87;

	for (at = 0; at < SWITCHES; at++) {
		for (reg = 0; reg < REGISTERS * WIDE; reg++)
			in[reg] = (unsigned char)(process * 61 + reg * 7 + at);
		x87 = process + at / 4.0;
		memset(out, 0, sizeof out);
		sse_round(in, out, &x87);
		for (reg = 0; reg < REGISTERS; reg++)
			if (memcmp(in + reg * WIDE, out + reg * WIDE, 16))
				return 1;
		if (x87 != process + at / 4.0)
			return 2;
		if (avx)
			avx_round(in, out);
		if (avx && memcmp(in, out, sizeof in))
			return 3;
		if (at % 16 == 0)
			raise(SIGUSR1); /* a handler's frame carries the state too */
	}
	return signals == SWITCHES / 16 ? 0 : 4;
}

int main(void)
{
	int process, status, lost = 0;

	signal(SIGUSR1, count);
	for (process = 1; process <= PROCESSES; process++)
		if (fork() == 0)
			_exit(hold(process));
	for (process = 1; process <= PROCESSES; process++)
		if (wait(&status) < 0 || status)
			lost = lost ? lost : status;
	printf("fp-state %s (%x), avx %d\n", lost ? "lost" : "kept", lost, !!__builtin_cpu_supports("avx"));
	fflush(stdout);
	reboot(RB_POWER_OFF);
	return 0;
}
