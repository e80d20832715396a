package main

import (
	"context"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// endWithParent ends this process and its children once the engine is gone. A killed engine stops
// nothing by itself; a closed pipe (`pulumi preview | head`) is enough to kill it.
func endWithParent(parent int) {
	for os.Getppid() == parent {
		time.Sleep(200 * time.Millisecond)
	}
	if syscall.Getpgrp() == os.Getpid() { // the engine starts each plugin as leader of its group
		_ = syscall.Kill(0, syscall.SIGKILL)
	}
	os.Exit(1)
}

// runChild runs a command to its end and gives its exit code. A cancelled context ends it: first
// with SIGTERM, then for good.
func (h *host) runChild(cmd *exec.Cmd) (int, error) {
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = lastWords
	h.children.Add(1)
	defer h.children.Done()
	err := cmd.Run()
	if cmd.ProcessState != nil {
		return cmd.ProcessState.ExitCode(), nil
	}
	return -1, err
}

// until is a context that ends with the call and with the host, whichever is first.
func (h *host) until(call context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(call)
	stop := context.AfterFunc(h.ctx, cancel)
	return ctx, func() { stop(); cancel() }
}

// waitChildren waits for running children, at most for the given time.
func (h *host) waitChildren(limit time.Duration) {
	done := make(chan struct{})
	go func() { h.children.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(limit):
	}
}
