using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>
/// Asks in intervals who holds the API address and whether it answers.
/// One lease is read by name, so the portal's account needs no view of all leases; a watch of one object would hold a connection for six renewals a minute.
/// </summary>
internal sealed partial class ApiAddressWatcher(
    ClusterSource source, Live<ApiAddressState> live, IOptions<LoadBalancerOptions> options, AddressProbe probe, TimeProvider time, ILogger<ApiAddressWatcher> logger)
    : BackgroundService
{
    private readonly LoadBalancerOptions _options = options.Value;
    private ApiAddressState _state = ApiAddressState.Unknown;
    private DateTimeOffset? _confirmedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (source.Client is not { } client)
            return;
        var target = ProbeTarget.Parse(_options.ApiAddress) ?? ProbeTarget.Of(client.Connection.Server);
        while (true)
        {
            try
            {
                // An API server that hangs must not hold back the news that its address is gone.
                _state = _state with { Probe = await probe.TryAsync(target, _options.ConnectWithin, stoppingToken) };
                live.Publish(_state);
                _state = await ReadAsync(client, _state, stoppingToken);
                live.Publish(_state);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Unexpected(logger, fault);
                live.PublishFault("The API address could not be looked at. The portal's log says why.");
            }

            await Task.Delay(_options.LookEvery, time, stoppingToken);
        }
    }

    private async Task<ApiAddressState> ReadAsync(KubernetesClient client, ApiAddressState before, CancellationToken cancellationToken)
    {
        if (_options.Lease is not var (ns, name))
            return before with { LeaseStatus = SourceStatus.NotInstalled };
        try
        {
            var lease = await client.GetAsync(ResourceTypes.Leases, ns, name, cancellationToken);
            _confirmedAt = time.GetUtcNow();
            return before.With(_options.ApiLease, lease, _confirmedAt.Value);
        }
        catch (KubernetesApiException fault)
        {
            return before.With(fault, name, _confirmedAt);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The API address could not be looked at")]
        public static partial void Unexpected(ILogger logger, Exception fault);
    }
}
