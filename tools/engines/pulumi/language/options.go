package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/fsutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"github.com/pulumi/pulumi/sdk/v3/python/toolchain"
)

// say is a message in Chinese and English.
func say(zh, en string, args ...any) error {
	return errors.New(fmt.Sprintf(zh, args...) + " / " + fmt.Sprintf(en, args...))
}

// option reads a runtime option of the project file, "" where it is not set.
func option(info *pulumirpc.ProgramInfo, name string) string {
	if field := info.GetOptions().GetFields()[name]; field != nil {
		return field.GetStringValue()
	}
	return ""
}

// toolchainOf is the option `toolchain`; without it a lock file of uv or poetry decides, else it is pip.
func toolchainOf(info *pulumirpc.ProgramInfo) string {
	if name := option(info, "toolchain"); name != "" {
		return name
	}
	for _, name := range []string{"uv", "poetry"} {
		if _, err := fsutil.Searchup(info.GetProgramDirectory(), name+".lock"); err == nil {
			return name
		}
	}
	return "pip"
}

// pythonOf finds the Python of a program or plugin: uv and poetry know their own environment; pip
// takes the option `virtualenv`, else the python3 on PATH (or PULUMI_PYTHON_CMD).
func pythonOf(info *pulumirpc.ProgramInfo) (toolchain.Toolchain, error) {
	opts := toolchain.PythonOptions{
		Root:       info.GetRootDirectory(),
		ProgramDir: info.GetProgramDirectory(),
		Virtualenv: option(info, "virtualenv"),
	}
	switch name := toolchainOf(info); name {
	case "pip":
		opts.Toolchain = toolchain.Pip
	case "poetry":
		opts.Toolchain = toolchain.Poetry
	case "uv":
		opts.Toolchain = toolchain.Uv
	default:
		return nil, say("runtime 选项 toolchain 不能是 %q，可用 pip、poetry、uv",
			"runtime option toolchain cannot be %q; use pip, poetry or uv", name)
	}
	return toolchain.ResolveToolchain(opts)
}

// readyPython is pythonOf for something that is about to run: the environment must be there.
func readyPython(ctx context.Context, info *pulumirpc.ProgramInfo) (toolchain.Toolchain, error) {
	tc, err := pythonOf(info)
	if err != nil {
		return nil, err
	}
	if err := tc.ValidateVenv(ctx); err != nil {
		path, pathErr := tc.VirtualEnvPath(ctx)
		if pathErr != nil {
			return nil, err
		}
		return nil, say("虚拟环境 %s 不存在或不完整，请在 %s 运行 pulumi install",
			"no virtual environment at %s; run in %s: pulumi install", path, info.GetRootDirectory())
	}
	return tc, nil
}

// pythonCommand is `python -u ARGS` in the program's Python, with the given environment.
func pythonCommand(
	ctx context.Context, tc toolchain.Toolchain, env []string, args ...string,
) (*exec.Cmd, error) {
	cmd, err := tc.Command(ctx, append([]string{"-u"}, args...)...)
	if err != nil {
		return nil, say("找不到 Python：%v", "no Python: %v", err)
	}
	venv, err := tc.VirtualEnvPath(ctx)
	if err != nil {
		return nil, err
	}
	if venv != "" {
		env = toolchain.ActivateVirtualEnv(env, venv)
	}
	// an engine that stops first is no news; gRPC would print it
	cmd.Env = append([]string{"GRPC_VERBOSITY=NONE"}, env...)
	return cmd, nil
}

// entryPoint is the path of the program: a folder with __main__.py, or a file.
func entryPoint(info *pulumirpc.ProgramInfo) string {
	return filepath.Join(info.GetProgramDirectory(), info.GetEntryPoint())
}
