package main

import (
	"sync"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// writer passes each write on at once. The two streams of a child share one lock, for gRPC
// allows one sender at a time.
type writer struct {
	lock *sync.Mutex
	send func([]byte) error
}

func (w writer) Write(data []byte) (int, error) {
	w.lock.Lock()
	defer w.lock.Unlock()
	if err := w.send(data); err != nil {
		return 0, err
	}
	return len(data), nil
}

func pluginStreams(server grpc.ServerStreamingServer[pulumirpc.RunPluginResponse]) (out, err writer) {
	lock := &sync.Mutex{}
	return writer{lock, func(data []byte) error {
			return server.Send(&pulumirpc.RunPluginResponse{
				Output: &pulumirpc.RunPluginResponse_Stdout{Stdout: data},
			})
		}}, writer{lock, func(data []byte) error {
			return server.Send(&pulumirpc.RunPluginResponse{
				Output: &pulumirpc.RunPluginResponse_Stderr{Stderr: data},
			})
		}}
}

func installStreams(
	server grpc.ServerStreamingServer[pulumirpc.InstallDependenciesResponse],
) (out, err writer) {
	lock := &sync.Mutex{}
	return writer{lock, func(data []byte) error {
			return server.Send(&pulumirpc.InstallDependenciesResponse{Stdout: data})
		}}, writer{lock, func(data []byte) error {
			return server.Send(&pulumirpc.InstallDependenciesResponse{Stderr: data})
		}}
}
