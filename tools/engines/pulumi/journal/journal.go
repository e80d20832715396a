package journal

import (
	"context"
	"fmt"
	"os"
	"sort"

	"github.com/pulumi/pulumi/pkg/v3/backend"
	"github.com/pulumi/pulumi/pkg/v3/engine"
	"github.com/pulumi/pulumi/pkg/v3/resource/deploy"
	"github.com/pulumi/pulumi/pkg/v3/resource/stack"
	"github.com/pulumi/pulumi/pkg/v3/secrets"
	"github.com/pulumi/pulumi/sdk/v3/go/common/apitype"
	"github.com/pulumi/pulumi/sdk/v3/go/common/encoding"
	"github.com/pulumi/pulumi/sdk/v3/go/common/env"
)

// Onto gives what completes a checkpoint that was just read from the file `state` with the journal's entries.
func (s Saved) Onto(state []byte) func(
	*apitype.CheckpointV3, int, []string, error,
) (*apitype.CheckpointV3, int, []string, error) {
	return func(
		checkpoint *apitype.CheckpointV3, version int, features []string, err error,
	) (*apitype.CheckpointV3, int, []string, error) {
		if err != nil {
			return checkpoint, version, features, err
		}
		entries, err := s.entries(state)
		if err != nil || len(entries) == 0 {
			return checkpoint, version, features, err
		}
		whole, err := replay(checkpoint.Latest, entries)
		if err != nil {
			return nil, 0, nil, fmt.Errorf("%s: %w", s.path, err)
		}
		checkpoint.Latest = whole.Deployment
		return checkpoint, whole.Version, whole.Features, nil
	}
}

func replay(base *apitype.DeploymentV3, entries []apitype.JournalEntry) (apitype.TypedDeployment, error) {
	if base == nil {
		base = &apitype.DeploymentV3{}
	}
	sort.SliceStable(entries, func(i, j int) bool { return entries[i].SequenceID < entries[j].SequenceID })
	replayer := backend.NewJournalReplayer(base)
	for _, entry := range entries {
		if err := replayer.Add(entry); err != nil {
			return apitype.TypedDeployment{}, err
		}
	}
	return replayer.GenerateDeployment()
}

// Manager is what the backend asks of a snapshot manager.
type Manager interface {
	engine.SnapshotManager
	Snap() *deploy.Snapshot
}

// New gives the manager of one update. Without a file to append to, or with PULUMI_DISABLE_JOURNALING, it is the
// engine's own. A preview keeps its snapshot in memory: to write it out for nobody took most of a preview's time.
func New[N ~string, S fmt.Stringer](
	ctx context.Context,
	address string, project N, name S,
	read func() ([]byte, error),
	persister backend.SnapshotPersister,
	secretsManager secrets.Manager,
	base *deploy.Snapshot,
) (Manager, error) {
	if env.DisableJournaling.Value() {
		return backend.NewSnapshotManager(persister, secretsManager, base, nil), nil
	}
	if _, preview := persister.(backend.DiscardPersister); preview {
		return atEnd(persister, secretsManager, base), nil
	}
	saved := Read(address, project, name)
	if saved.path == "" {
		return backend.NewSnapshotManager(persister, secretsManager, base, nil), nil
	}
	state, err := saved.settle(read, persister)
	if err != nil {
		return nil, err
	}
	out, err := create(saved.path, state)
	if err != nil {
		return nil, err
	}
	journaler, err := backend.NewJournaler(ctx, out, secretsManager, nil)
	if err != nil {
		return nil, err
	}
	entries, err := engine.NewJournalSnapshotManagerWithVersion(
		journaler, base, secretsManager, apitype.LatestJournalVersion)
	if err != nil {
		return nil, err
	}
	gate := &gated{SnapshotPersister: persister}
	memory := atEnd(gate, secretsManager, base)
	both := &engine.CombinedManager{Managers: []engine.SnapshotManager{entries, memory}}
	return &manager{both, memory, gate, saved.path, out}, nil
}

// settle writes what an update that was killed left in the journal into the state file; its bytes.
func (s Saved) settle(read func() ([]byte, error), persister backend.SnapshotPersister) ([]byte, error) {
	state, err := read()
	if err != nil {
		return nil, err
	}
	entries, err := s.entries(state)
	if err != nil || len(entries) == 0 {
		return state, err
	}
	format := encoding.Compress(encoding.JSON, encoding.DetectCompression(state))
	checkpoint, _, _, err := stack.UnmarshalVersionedCheckpointToLatestCheckpoint(format, state)
	if err != nil {
		return nil, err
	}
	whole, err := replay(checkpoint.Latest, entries)
	if err != nil {
		return nil, err
	}
	if err := persister.Save(whole); err != nil {
		return nil, err
	}
	return read()
}

// atEnd is the engine's own manager in its mode that saves when it is closed.
func atEnd(
	persister backend.SnapshotPersister, secretsManager secrets.Manager, base *deploy.Snapshot,
) *backend.SnapshotManager {
	name := env.SkipCheckpoints.Var().Name()
	before, given := os.LookupEnv(name)
	_ = os.Setenv(name, "true")
	made := backend.NewSnapshotManager(persister, secretsManager, base, nil)
	if given {
		_ = os.Setenv(name, before)
	} else {
		_ = os.Unsetenv(name)
	}
	return made
}

// gated saves only at the end; until then the state file stays the one that the journal builds on.
type gated struct {
	backend.SnapshotPersister
	open bool
}

func (g *gated) Save(deployment apitype.TypedDeployment) error {
	if !g.open {
		return nil
	}
	return g.SnapshotPersister.Save(deployment)
}

// manager writes to the journal and to memory.
type manager struct {
	*engine.CombinedManager
	memory *backend.SnapshotManager
	gate   *gated
	path   string
	out    *file
}

func (m *manager) Snap() *deploy.Snapshot { return m.memory.Snap() }

// Close writes the state, then removes the journal that led to it.
func (m *manager) Close() error {
	m.gate.open = true
	if err := m.CombinedManager.Close(); err != nil {
		return err
	}
	_ = m.out.out.Close()
	_ = os.Remove(m.path) // left behind it is ignored: the state is another one now
	return nil
}
