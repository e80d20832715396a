// Package journal lets an update write what it does to a file that only grows, and its state once, at the end.
//
// The engine writes the whole state twice a resource, so an update's cost is the square of its size. Its cloud's
// backend takes journal entries instead; this package gives them to a `file://` backend. `edits.yaml` beside
// `journal.go` says where the engine calls it.
//
// The first line names the state file that the entries build on by its SHA-256. The state file is replaced in one
// stroke at the end of the update, so a journal and the state it belongs to are never mixed up, wherever a kill falls.
package journal

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/pulumi/pulumi/sdk/v3/go/common/apitype"
)

type header struct {
	Base    string    `json:"base"`
	Started time.Time `json:"started"`
}

// path of a stack's journal; "" where the backend cannot append to a file.
func path[N ~string, S fmt.Stringer](backend string, project N, stack S) string {
	address, err := url.Parse(backend)
	if err != nil || address.Scheme != "file" || runtime.GOOS == "windows" {
		return ""
	}
	return filepath.Join(address.Path, ".pulumi", "journals", string(project), stack.String()+".jsonl")
}

func digest(state []byte) string {
	sum := sha256.Sum256(state)
	return hex.EncodeToString(sum[:])
}

// file appends one entry a line.
type file struct {
	mutex sync.Mutex
	out   *os.File
	err   error // once a write has failed nothing more is accepted: what follows could not be read
}

func create(path string, state []byte) (*file, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	first, err := json.Marshal(header{digest(state), time.Now()})
	if err != nil {
		return nil, err
	}
	// beside it, then renamed: an older journal is replaced in one stroke
	draft := path + ".new"
	if err := os.WriteFile(draft, append(first, '\n'), 0o600); err != nil {
		return nil, err
	}
	if err := os.Rename(draft, path); err != nil {
		return nil, err
	}
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0o600)
	return &file{out: out}, err
}

// Append implements backend.JournalPersister.
func (f *file) Append(_ context.Context, entry apitype.JournalEntry) error {
	line, err := json.Marshal(entry)
	if err != nil {
		return err
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if f.err == nil {
		_, f.err = f.out.Write(append(line, '\n'))
	}
	return f.err
}

// Read takes a stack's journal as it is now; call it before the state is read, so that a run that ends
// in between is not seen by halves.
func Read[N ~string, S fmt.Stringer](backend string, project N, stack S) Saved {
	place := path(backend, project, stack)
	if place == "" {
		return Saved{}
	}
	content, err := os.ReadFile(place)
	if os.IsNotExist(err) {
		err = nil
	}
	return Saved{place, content, err}
}

// Saved is a journal that was found.
type Saved struct {
	path    string
	content []byte
	err     error
}

// entries that were made on top of this state; none when the journal belongs to another one.
func (s Saved) entries(state []byte) ([]apitype.JournalEntry, error) {
	if s.err != nil || len(s.content) == 0 {
		return nil, s.err
	}
	lines := bufio.NewReader(bytes.NewReader(s.content))
	var first header
	line, err := lines.ReadBytes('\n')
	if err != nil || json.Unmarshal(line, &first) != nil || first.Base != digest(state) {
		return nil, nil
	}
	var found []apitype.JournalEntry
	for {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF { // what follows the last line's end was cut off by a kill: its operation never began
			return found, nil
		}
		var entry apitype.JournalEntry
		if err := json.Unmarshal(line, &entry); err != nil {
			return nil, fmt.Errorf("%s: entry %d: %w", s.path, len(found)+1, err)
		}
		found = append(found, entry)
	}
}

// Forget removes a stack's journal, with the stack.
func Forget[N ~string, S fmt.Stringer](backend string, project N, stack S) {
	if place := path(backend, project, stack); strings.HasSuffix(place, ".jsonl") {
		_ = os.Remove(place)
	}
}
