using System.Collections.Immutable;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Acts.Rights;

/// <summary>Asks the API server now and then what the portal may do, so that buttons can say so before they are pressed.</summary>
internal sealed partial class RightsReader(
    ClusterSource source, Live<ClusterState> cluster, Live<OwnRights> live, Random random, TimeProvider time, ILogger<RightsReader> logger) : BackgroundService
{
    private const int MostNamespaces = 100;
    private static readonly TimeSpan _again = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (source.Client is not { } client)
            return;
        var backoff = new Backoff(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), new Random(random.Next()));
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = _again;
            try
            {
                live.Publish(await ReadAsync(client, stoppingToken));
                backoff.Reset();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // What is not known is not forbidden: an act that is tried then says it itself.
                live.Publish(OwnRights.Unknown);
                Log.Failed(logger, fault.Message);
                wait = backoff.Next();
            }

            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<OwnRights> ReadAsync(KubernetesClient client, CancellationToken cancellationToken)
    {
        var everywhere = ImmutableDictionary.CreateBuilder<RbacRule, bool>();
        var within = ImmutableHashSet.CreateBuilder<(RbacRule, string)>();
        foreach (var rule in ActRights.All)
        {
            everywhere[rule] = await client.MayAsync(rule.Verbs, rule.Group, rule.Resource, null, cancellationToken);
            if (everywhere[rule] || rule.Resource == "nodes")
                continue;
            foreach (var ns in cluster.Current.Value.Namespaces.All.Select(item => item.Metadata.Name).Order(StringComparer.Ordinal).Take(MostNamespaces))
            {
                if (await client.MayAsync(rule.Verbs, rule.Group, rule.Resource, ns, cancellationToken))
                    within.Add((rule, ns));
            }
        }

        return new OwnRights(everywhere.ToImmutable(), within.ToImmutable());
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "It is not known what the portal may do to the cluster: {Fault}")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
