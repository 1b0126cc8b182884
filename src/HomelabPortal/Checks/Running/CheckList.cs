using System.Collections.Immutable;
using HomelabPortal.Checks.Derived;
using HomelabPortal.Desired;
using HomelabPortal.Hostnames;
using HomelabPortal.Platform;
using HomelabPortal.Trace.Watching;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Checks.Running;

/// <summary>Everything that is to be asked now: what is wanted, and what follows from the names of the lab.</summary>
internal sealed class CheckList(Live<DesiredState> desired, Live<TraceState> traces, IOptions<CheckOptions> options, IOptions<HostnameOptions> names, TimeProvider time)
{
    /// <summary>A source that was away for so long may stay away: what it named is not waited for.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromHours(1);

    private readonly long _since = time.GetTimestamp();
    private (object?, object?) _readFrom;
    private ImmutableArray<CheckTask> _tasks = [];

    /// <summary>All names of the lab were read, so that what is missing is gone.</summary>
    public bool IsComplete => traces.Current.AsOf is not null && (traces.Current.Value.IsWhole || time.GetElapsedTime(_since) >= _patience);

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
