using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Watching;

/// <summary>Asks the API server for its version, and again now and then: clusters get upgraded while the portal runs.</summary>
internal sealed partial class ServerVersionReader(KubernetesClient client, Action changed, Random random, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan _again = TimeSpan.FromMinutes(10);
    private volatile string? _version;

    public string? Version => _version;

    /// <summary>Runs until cancelled; never throws but for that.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), random);
        while (true)
        {
            var wait = _again;
            try
            {
                _version = (await client.GetVersionAsync(cancellationToken)).GitVersion;
                backoff.Reset();
                changed();
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // The watches tell the person that the server does not answer.
                Log.NoVersion(logger, fault.Message);
                wait = backoff.Next();
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "The server's version could not be read: {Fault}")]
        public static partial void NoVersion(ILogger logger, string fault);
    }
}
