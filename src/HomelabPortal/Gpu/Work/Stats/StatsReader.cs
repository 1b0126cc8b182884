using HomelabPortal.Cluster.Objects.OnDemand;
using HomelabPortal.Docker;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu.Work.Stats;

/// <summary>Measures a container once, over a second, for who does not stay and watch.</summary>
internal sealed class StatsReader(IReadOnlyList<DockerHost> hosts, TimeProvider time)
{
    private static readonly TimeSpan _span = TimeSpan.FromSeconds(1);

    /// <summary>What was measured; null in it when the container does not run.</summary>
    internal sealed record Measurement(ContainerRates? Rates);

    public async Task<Reading<Measurement>> ReadAsync(string host, string name, CancellationToken cancellationToken)
    {
        if (hosts.FirstOrDefault(one => one.Name == host)?.Client is not { } client)
            return Reading<Measurement>.Failed(ReadingState.NotFound, $"There is no Docker host {host} in the settings.");
        try
        {
            if (await client.SampleAsync(name, cancellationToken) is not { } before)
                return Reading<Measurement>.Of(new Measurement(null));
            await Task.Delay(_span, time, cancellationToken);
            return Reading<Measurement>.Of(new Measurement(await client.SampleAsync(name, cancellationToken) is { } now ? StatsMath.Between(before, now) : null));
        }
        catch (DockerApiException fault)
        {
            return Reading<Measurement>.Failed(fault.Kind == DockerErrorKind.NotFound ? ReadingState.NotFound : ReadingState.Unreachable, fault.Message);
        }
        catch (ArgumentException)
        {
            return Reading<Measurement>.Failed(ReadingState.NotFound, $"“{name}” is not the name of a container.");
        }
    }
}
