package main

import (
	"os"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// RunPlugin runs a plugin that is written in Python: a policy pack, a component provider.
// Its streams are passed on as they come; the last message is its exit code.
func (h *host) RunPlugin(
	req *pulumirpc.RunPluginRequest, server grpc.ServerStreamingServer[pulumirpc.RunPluginResponse],
) error {
	ctx, done := h.until(server.Context())
	defer done()
	tc, err := readyPython(ctx, req.Info)
	if err != nil {
		return err
	}
	runner, err := launcher("medcloud_plugin.py")
	if err != nil {
		return err
	}
	env := req.Env
	if len(env) == 0 {
		env = os.Environ()
	}
	args := append([]string{runner, req.Info.GetRootDirectory(), entryPoint(req.Info)}, req.Args...)
	cmd, err := pythonCommand(ctx, tc, env, args...)
	if err != nil {
		return err
	}
	cmd.Dir = req.Pwd
	cmd.Stdout, cmd.Stderr = pluginStreams(server)
	code, err := h.runChild(cmd)
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		return nil // the engine has stopped listening
	}
	return server.Send(&pulumirpc.RunPluginResponse{
		Output: &pulumirpc.RunPluginResponse_Exitcode{Exitcode: int32(code)},
	})
}
