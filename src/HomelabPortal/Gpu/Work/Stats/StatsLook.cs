using HomelabPortal.Docker;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Work.Stats;

/// <summary>Measures one container every two seconds, from the first one who looks until the last one has gone.</summary>
internal sealed partial class StatsLook(DockerClient client, string id, TimeProvider time, ILogger logger)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private ContainerSample? _before;

    public Live<StatsTrail> Live { get; } = new(StatsTrail.Empty, time);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
                await PassAsync(cancellationToken);
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        try
        {
            var sample = await client.SampleAsync(id, cancellationToken);
            var trail = Live.Current.Value;
            Live.Publish(sample is null ? trail with { IsStopped = true } : trail.With(StatsMath.Between(_before, sample)));
            _before = sample;
        }
        catch (DockerApiException fault)
        {
            Live.PublishFault(fault.Message);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Unexpected(logger, fault);
            Live.PublishFault("The container could not be measured. The portal's log says why.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A container could not be measured")]
        public static partial void Unexpected(ILogger logger, Exception fault);
    }
}
