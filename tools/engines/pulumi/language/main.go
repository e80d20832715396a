// Command pulumi-language-python runs Python programs and plugins for the Pulumi engine.
//
// The engine starts it with its own address, reads a port from its first line of output and calls
// LanguageRuntime there. What runs inside Python is in ../../launchers.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// version is set by the linker, from the table of engines.
var version = "0.0.0"

// lastWords is how long children may take to end after an interrupt; the engine itself waits 5 s.
const lastWords = 3 * time.Second

// engineAddress is the last argument. Before it stand flags that differ with the engine's version
// (-tracing, -root, -v); none of them is needed here.
func engineAddress(args []string) string {
	if len(args) == 0 || strings.HasPrefix(args[len(args)-1], "-") {
		return ""
	}
	return args[len(args)-1]
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go endWithParent(os.Getppid())

	host := &host{ctx: ctx, cancel: stop, engine: engineAddress(os.Args[1:])}
	served, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(server, host)
			return nil
		},
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(served.Port)

	select {
	case <-ctx.Done():
		host.waitChildren(lastWords)
	case <-served.Done:
	}
}
