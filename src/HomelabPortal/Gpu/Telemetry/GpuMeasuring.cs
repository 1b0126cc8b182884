using System.Collections.Immutable;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Gpu.Telemetry.Exporting;
using HomelabPortal.Gpu.Telemetry.Probing;
using HomelabPortal.Gpu.Telemetry.Reading;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Telemetry;

/// <summary>
/// Measures one host: what it is, its cards, who holds their memory, and who has lost them.
/// An exporter is asked where one is named, a probe where its image is; otherwise the first running container that has a card tells of the card alone.
/// </summary>
internal sealed class GpuMeasuring(DockerHost host, GpuExporter exporter, TimeProvider time)
{
    private static readonly TimeSpan _factsAge = TimeSpan.FromMinutes(5);

    // What a container was given never changes while it has the same ID.
    private readonly Dictionary<string, (bool UsesGpu, ImmutableArray<string> Render)> _given = [];
    private readonly CardLosses _losses = new(host.Client, time);
    private DateTimeOffset? _factsAt;

    /// <summary>The next state of the host. Faults of the engine and of the cards are part of it, with the last good figures beside them.</summary>
    public async Task<GpuHostState> MeasureAsync(GpuHostState before, CancellationToken cancellationToken)
    {
        var state = await WithFactsAsync(before, cancellationToken);
        if (state.FactsFault is { } unreachable)
            return state with { Fault = state.Facts is null ? null : unreachable };
        if (state.Facts is not { } facts)
            return state with { Source = GpuSource.None, Cards = [], Holders = [], Users = [], LostIn = [], Fault = null };
        try
        {
            var running = await RunningAsync(facts, cancellationToken);
            state = state with { RenderDevices = RenderDevices.Of(facts.OtherDevices, running.ToDictionary(NameOf, container => Given(container).Render)) };
            if (facts.Attachment == GpuAttachmentMode.None && host.GpuExporter is null)
                return state with { Source = GpuSource.None, Cards = [], Holders = [], Users = [], LostIn = [], Fault = null };
            IReadOnlyList<ContainerSummary> users = [.. running.Where(container => Given(container).UsesGpu)];
            state = state with { Users = [.. users.Select(NameOf)] };
            return await WithCardsAsync(state, facts, users, cancellationToken);
        }
        catch (Exception fault) when (fault is DockerApiException or GpuProbeException)
        {
            return state with { Fault = fault.Message };
        }
    }

    private async Task<GpuHostState> WithFactsAsync(GpuHostState state, CancellationToken cancellationToken)
    {
        if (state is { Facts: not null, FactsFault: null } && time.GetUtcNow() - _factsAt < _factsAge)
            return state;
        try
        {
            var ping = await host.Client.PingAsync(cancellationToken);
            var info = await host.Client.InfoAsync(cancellationToken);
            _factsAt = time.GetUtcNow();
            return state with { Facts = HostFacts.Of(info, ping.ApiVersion, host.GpuAttachment), FactsFault = null };
        }
        catch (DockerApiException fault)
        {
            return state with { FactsFault = fault.Message };
        }
    }

    private async Task<IReadOnlyList<ContainerSummary>> RunningAsync(HostFacts facts, CancellationToken cancellationToken)
    {
        var running = await host.Client.ListContainersAsync(new ContainerFilter { All = false, States = ["running"] }, cancellationToken);
        foreach (var gone in _given.Keys.Except(running.Select(container => container.Id)).ToList())
            _given.Remove(gone);
        foreach (var fresh in running.Where(container => !_given.ContainsKey(container.Id)))
        {
            if (await host.Client.InspectContainerAsync(fresh.Id, cancellationToken) is { } details)
                _given[fresh.Id] = (GpuUse.Of(details, facts.DefaultRuntime) && !GpuProbeSpec.IsOurs(details), RenderDevices.GivenTo(details));
        }

        return [.. running.OrderBy(NameOf, StringComparer.Ordinal)];
    }

    private (bool UsesGpu, ImmutableArray<string> Render) Given(ContainerSummary container) => _given.GetValueOrDefault(container.Id, (false, []));

    private async Task<GpuHostState> WithCardsAsync(GpuHostState state, HostFacts facts, IReadOnlyList<ContainerSummary> users, CancellationToken cancellationToken)
    {
        if (host.GpuExporter is { } address)
            return await FromExporterAsync(state, address, users, cancellationToken);
        if (host.GpuProbeImage is not { } image)
            return await FromContainersAsync(state, users, cancellationToken);
        await GpuProbe.EnsureAsync(host.Client, image, facts.Attachment, cancellationToken);
        var (table, wasLost) = await GpuProbe.ReadAsync(host.Client, time, cancellationToken);
        if (wasLost)
            _losses.AskAll();
        var cards = GpuReadings.OfCards(table);
        var processes = GpuReadings.OfProcesses(await GpuProbe.ReadProcessesAsync(host.Client, time, cancellationToken));
        var holders = GpuHolders.Join(cards, processes, await ProcessesOfAsync(users, cancellationToken));
        return state with
        {
            Source = GpuSource.Probe,
            Cards = [.. cards],
            SeesProcesses = true,
            Holders = holders,
            LostIn = await LossesAsync(state.LostIn, users, cancellationToken),
            AsOf = time.GetUtcNow(),
            Fault = null,
        };
    }

    private async Task<GpuHostState> FromExporterAsync(GpuHostState state, Uri address, IReadOnlyList<ContainerSummary> users, CancellationToken cancellationToken)
    {
        var samples = await exporter.ReadAsync(address, cancellationToken);
        var cards = ExporterReadings.OfCards(samples);
        var processes = ExporterReadings.OfProcesses(samples);
        return state with
        {
            Source = GpuSource.Exporter,
            Cards = [.. cards],
            // Most exporters tell of processes only when asked to; without any it is not known whether there are none.
            SeesProcesses = processes.Count > 0,
            Holders = processes.Count > 0 ? GpuHolders.Join(cards, processes, await ProcessesOfAsync(users, cancellationToken)) : [],
            LostIn = await LossesAsync(state.LostIn, users, cancellationToken),
            AsOf = time.GetUtcNow(),
            Fault = null,
        };
    }

    private async Task<GpuHostState> FromContainersAsync(GpuHostState state, IReadOnlyList<ContainerSummary> users, CancellationToken cancellationToken)
    {
        foreach (var user in users)
        {
            if (await _losses.SeesCardAsync(user.Id, cancellationToken) != true)
                continue;
            var cards = GpuReadings.OfCards(await GpuProbe.ReadCardsAsync(host.Client, user.Id, time, cancellationToken));
            return state with
            {
                Source = GpuSource.Container, Cards = [.. cards], SeesProcesses = false, Holders = [],
                LostIn = await LossesAsync(state.LostIn, users, cancellationToken), AsOf = time.GetUtcNow(), Fault = null,
            };
        }

        return state with { Source = GpuSource.None, Cards = [], SeesProcesses = false, Holders = [], LostIn = [], Fault = null };
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<int>>> ProcessesOfAsync(IReadOnlyList<ContainerSummary> users, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, IReadOnlyList<int>>();
        foreach (var user in users)
        {
            try
            {
                found[NameOf(user)] = (await host.Client.TopAsync(user.Id, "-eo pid", cancellationToken)).ProcessIds();
            }
            catch (DockerApiException fault) when (fault.Kind is DockerErrorKind.WrongState or DockerErrorKind.NotFound)
            {
                // It has ended since the list was made; so have its processes.
            }
        }

        return found;
    }

    /// <summary>The host sees its cards, so a container that does not has lost them.</summary>
    private Task<ImmutableArray<string>> LossesAsync(ImmutableArray<string> known, IReadOnlyList<ContainerSummary> users, CancellationToken cancellationToken) =>
        _losses.FindAsync(known, [.. users.Select(user => (NameOf(user), user.Id))], cancellationToken);

    private static string NameOf(ContainerSummary container) => container.Name ?? container.Id[..Math.Min(12, container.Id.Length)];
}
