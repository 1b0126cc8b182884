using HomelabPortal.Desired;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Probing;

/// <summary>
/// Tries one hostname from outside: public DNS, then Cloudflare's edge. Only names of the account's zones that lead through the edge are tried,
/// one probe a name and a few at a time; an address that is not public is never connected to.
/// </summary>
internal sealed class EdgeProbe(HostnameSources sources, EdgeResolver resolver, EdgeClient client, Live<ProbeState> live, TimeProvider time) : IDisposable
{
    private const int MostAtOnce = 2;
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _turns = new(MostAtOnce, MostAtOnce);
    private readonly Lock _gate = new();

    /// <summary>Why a name cannot be tried; null when it can.</summary>
    public string? WhyNot(string hostname)
    {
        // What is no hostname must not become a part of an address.
        if (!Hostname.TryParse(hostname, out var name, out var wrong) || name.Value != hostname)
            return wrong ?? $"{hostname} is not written as DNS writes it: {name}.";
        var facts = sources.Read();
        if (facts.DnsFault is { } fault)
            return $"Which names lead through Cloudflare is not known now. {fault}";
        var host = new HostParts(facts).Collect(hostname);
        if (host.Zone is null || host.IsWildcard)
            return $"{hostname} is no name of a zone of this account.";
        return host.Dns.Any(part => part.IsProxied || part.Lead.TunnelId is not null) ? null : $"No record of {hostname} leads through Cloudflare, so there is nothing to try from outside.";
    }

    /// <exception cref="ProbeRefusal">The name may not be tried, or not yet again.</exception>
    public async Task<ProbeResult> RunAsync(string hostname, string path, CancellationToken cancellationToken)
    {
        if (WhyNot(hostname) is { } why)
            throw new ProbeRefusal(why);
        Begin(hostname);
        ProbeResult? result = null;
        try
        {
            await _turns.WaitAsync(cancellationToken);
            try
            {
                result = await AskAsync(hostname, path, cancellationToken);
                return result;
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            End(hostname, result);
        }
    }

    /// <summary>The same for the portal's own checks, which keep their own pace: nobody is told, and nobody's try is held up.</summary>
    /// <exception cref="ProbeRefusal">The name may not be tried.</exception>
    public Task<ProbeResult> LookAsync(string hostname, string path, CancellationToken cancellationToken) =>
        WhyNot(hostname) is { } why ? throw new ProbeRefusal(why) : AskAsync(hostname, path, cancellationToken);

    public void Dispose() => _turns.Dispose();

    private async Task<ProbeResult> AskAsync(string hostname, string path, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        try
        {
            var addresses = await resolver.FindAsync(hostname, cancellationToken);
            if (addresses.Count == 0)
                return Result(ProbeClass.NotResolved, "Public DNS has no address for it. A new record takes a moment to be known.", null, "");
            if (addresses.FirstOrDefault(address => !HouseAddresses.IsPublic(address)) is { } inside)
                return Result(ProbeClass.HouseAddress, $"Public DNS gives {inside}, which is no address on the Internet. Nothing was sent there.", null, $"{inside}");
            var reply = await client.AskAsync(hostname, path, addresses, cancellationToken);
            var (kind, sentence) = ProbeClassifier.Of(reply);
            return Result(kind, sentence, reply.Status, $"{addresses[0]}");
        }
        catch (ProbeFault fault)
        {
            return Result(fault.Class, fault.Message, null, "");
        }

        ProbeResult Result(ProbeClass kind, string sentence, int? status, string address) =>
            new(hostname, kind, sentence, status, address, time.GetUtcNow(), time.GetElapsedTime(began));
    }

    private void Begin(string hostname)
    {
        lock (_gate)
        {
            var state = live.Current.Value;
            if (state.IsRunning(hostname))
                throw new ProbeRefusal($"{hostname} is being tried already.");
            if (state.Of(hostname) is { } last && time.GetUtcNow() - last.At < _rest)
                throw new ProbeRefusal($"{hostname} was tried a moment ago. Wait {_rest.TotalSeconds:0} seconds between two tries.");
            live.Publish(state with { Running = state.Running.Add(hostname) });
        }
    }

    private void End(string hostname, ProbeResult? result)
    {
        lock (_gate)
        {
            var state = live.Current.Value;
            live.Publish(new ProbeState(result is null ? state.Results : state.Results.SetItem(hostname, result), state.Running.Remove(hostname)));
        }
    }
}
