using System.Collections.Immutable;
using HomelabPortal.Checks.Derived;
using HomelabPortal.Desired;
using HomelabPortal.Hostnames;
using HomelabPortal.Platform;
using HomelabPortal.Trace.Watching;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Checks.Running;

/// <summary>Everything that is to be asked now: what is wanted, and what follows from the names of the lab.</summary>
internal sealed class CheckList(Live<DesiredState> desired, Live<TraceState> traces, IOptions<CheckOptions> options, IOptions<HostnameOptions> names)
{
    private (object?, object?) _readFrom;
    private ImmutableArray<CheckTask> _tasks = [];

    /// <summary>The names of the lab were read once, so that what is missing is gone.</summary>
    public bool IsComplete => traces.Current.AsOf is not null;

    /// <summary>The same list for as long as nothing it follows from has changed. Asked by one loop alone.</summary>
    public ImmutableArray<CheckTask> Read()
    {
        var (state, known) = (desired.Current.Value, traces.Current.Value);
        if (_readFrom != (state, known))
        {
            var derived = DerivedChecks.Of(known, state.ChecksOff, options.Value.DerivedInterval, names.Value.Edge is null);
            _tasks = [.. state.Checks.Select(CheckTask.Of), .. derived, .. DerivedChecks.Unseen(_tasks, derived, known, state.ChecksOff)];
            _readFrom = (state, known);
        }

        return _tasks;
    }
}
