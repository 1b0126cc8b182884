using HomelabPortal.Hostnames;
using HomelabPortal.Hostnames.Probing;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Platform;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Trace.Watching;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Trace.Probing;

/// <summary>
/// Tries the stations of one hostname's way, each from a place that is named, within three seconds in all.
/// Only names that the lab's states know are tried, one probing a name, a few at a time and none twice within moments.
/// </summary>
internal sealed class TraceProbe(
    Live<HostnameState> names, TraceDesk desk, NameProbe resolvers, PlaceProbe places, EdgeProbe edge, IOptions<HostnameOptions> options, Live<TraceProbeState> live, TimeProvider time) : IDisposable
{
    private const int MostAtOnce = 2;
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _turns = new(MostAtOnce, MostAtOnce);
    private readonly Lock _gate = new();

    /// <exception cref="ProbeRefusal">The name may not be tried, or not yet again.</exception>
    public async Task<TraceProbing> RunAsync(string host, CancellationToken cancellationToken)
    {
        if (names.Current.Value.Find(host) is not { IsWildcard: false })
            throw new ProbeRefusal($"No record, rule, route or exposure of this lab names {host}, so it is not tried.");
        Begin(host);
        TraceProbing? result = null;
        try
        {
            await _turns.WaitAsync(cancellationToken);
            try
            {
                result = await TryAsync(desk.Make(host).Report, cancellationToken);
                return result;
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            End(host, result);
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<TraceProbing> TryAsync(TraceReport report, CancellationToken cancellationToken)
    {
        var (at, began) = (time.GetUtcNow(), time.GetTimestamp());
        using var limit = new CancellationTokenSource(ProbeBudget.Whole, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var tries = Tries(report, both.Token).ToList();
        // What is still under way when the whole time is over is let go; each part has said so by its own limit before.
        Task all = Task.WhenAll(tries);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return new TraceProbing(
            report.Host, at, time.GetElapsedTime(began),
            [.. tries.Where(one => one.IsCompletedSuccessfully).Select(one => one.Result).OrderBy(sight => sight.Hop)]);
    }

    private IEnumerable<Task<ProbeSight>> Tries(TraceReport report, CancellationToken cancellationToken)
    {
        // A simulated lab has addresses that belong to nobody here, or to somebody's real machines.
        var isSimulated = options.Value.Edge is not null;
        var targets = ProbeTargets.Of(report);
        var isPublic = report.Entries.Any(entry => entry is { IsMain: true, Kind: EntryKind.Tunnel });
        string[] entries = [.. targets.Where(target => target.Hop is HopKind.Lan).Select(target => $"{target.Address}").Distinct()];
        var outside = isPublic ? resolvers.AskPublicAsync(report.Host, cancellationToken) : null;
        if (!isSimulated)
            yield return resolvers.AskHouseAsync(report.Host, entries, outside, cancellationToken);
        if (outside is not null)
        {
            yield return SightAsync(outside);
            yield return EdgeAsync(report.Host, ProbeTargets.Written(report.Path), cancellationToken);
        }

        foreach (var target in targets)
        {
            yield return isSimulated
                ? Task.FromResult(new ProbeSight(target.Hop, target.Vantage, $"{target}", ProbeOutcome.NotTested, "The lab is simulated: nothing of it stands at this address.", null))
                : places.TryAsync(report.Host, target, cancellationToken);
        }
    }

    private static async Task<ProbeSight> SightAsync(Task<NameAnswer> asked) => (await asked).Sight;

    private async Task<ProbeSight> EdgeAsync(string host, string path, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        ProbeSight Sight(ProbeOutcome outcome, string sentence) => new(HopKind.Tunnel, "through the public edge", $"https://{host}{path}", outcome, sentence, time.GetElapsedTime(began));
        using var limit = new CancellationTokenSource(ProbeBudget.Edge, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var result = await edge.RunAsync(host, path, both.Token);
            return Sight(EdgeOutcomes.Of(result), result.Sentence);
        }
        catch (ProbeRefusal refusal)
        {
            return Sight(ProbeOutcome.NotTested, refusal.Message) with { Took = null };
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Sight(ProbeOutcome.Unreachable, $"No answer within {ProbeBudget.Edge.TotalSeconds:0.#} seconds.");
        }
    }

    private void Begin(string host)
    {
        lock (_gate)
        {
            var state = live.Current.Value;
            if (state.IsRunning(host))
                throw new ProbeRefusal($"{host} is being probed already.");
            if (state.Of(host) is { } last && time.GetUtcNow() - last.At < _rest)
                throw new ProbeRefusal($"{host} was probed a moment ago. Wait {_rest.TotalSeconds:0} seconds between two probes.");
            live.Publish(state with { Running = state.Running.Add(host) });
        }
    }

    private void End(string host, TraceProbing? result)
    {
        lock (_gate)
        {
            var state = live.Current.Value;
            live.Publish(new TraceProbeState(result is null ? state.Results : state.Results.SetItem(host, result), state.Running.Remove(host)));
        }
    }
}
