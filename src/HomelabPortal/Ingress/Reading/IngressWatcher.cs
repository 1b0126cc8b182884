using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Platform;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Ingress.Reading;

/// <summary>Keeps <c>Live&lt;IngressState&gt;</c> in step with the cluster; its age and fault are the cluster's.</summary>
internal sealed partial class IngressWatcher(
    Live<ClusterState> cluster, Live<IngressState> live, Live<ServiceRoutes> backwards, IOptions<IngressOptions> options, TimeProvider time, ILogger<IngressWatcher> logger)
    : BackgroundService
{
    /// <summary>Certificates run out without an event.</summary>
    private static readonly TimeSpan _reread = TimeSpan.FromMinutes(1);

    /// <summary>A cluster full of changes that concern no route is confirmed this often.</summary>
    private static readonly TimeSpan _confirmEvery = TimeSpan.FromSeconds(2);

    private ClusterState? _read;
    private long _readAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var latest in cluster.WatchAsync(stoppingToken))
        {
            try
            {
                if (latest.Fault is { } fault)
                    live.PublishFault(fault);
                else if (latest.AsOf is not null)
                    Publish(Read(latest.Value));
            }
            catch (Exception fault)
            {
                Log.Unexpected(logger, fault);
                live.PublishFault("The routes could not be judged. The portal's log says why.");
            }
        }
    }

    private void Publish(IngressState state)
    {
        var before = live.Current;
        if (!ReferenceEquals(state, before.Value) || !before.IsCurrent || time.GetUtcNow() - before.AsOf >= _confirmEvery)
            live.Publish(state);
        if (!ReferenceEquals(state, before.Value) || backwards.Current.AsOf is null)
            backwards.Publish(RoutesToServices.Of(state));
    }

    private IngressState Read(ClusterState state)
    {
        var before = live.Current.Value;
        if (_read is { } read && IsSame(state, read) && time.GetElapsedTime(_readAt) < _reread)
            return before;
        (_read, _readAt) = (state, time.GetTimestamp());
        return IngressReader.Read(state, before, options.Value, time.GetUtcNow());
    }

    /// <summary>Most changes of a cluster are of pods and nodes, which no route refers to.</summary>
    private static bool IsSame(ClusterState left, ClusterState right) =>
        left.IsConnected == right.IsConnected && Parts(left).Zip(Parts(right)).All(pair => ReferenceEquals(pair.First, pair.Second));

    private static IEnumerable<object> Parts(ClusterState state) =>
    [
        state.IngressRoutes, state.TcpRoutes, state.UdpRoutes, state.Ingresses, state.HttpRoutes, state.Gateways, state.Services, state.EndpointSlices,
        state.Middlewares, state.TcpMiddlewares, state.TraefikServices, state.ServersTransports, state.TlsOptions, state.IngressClasses, state.Certificates, state.Applications,
    ];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The routes could not be judged")]
        public static partial void Unexpected(ILogger logger, Exception fault);
    }
}
