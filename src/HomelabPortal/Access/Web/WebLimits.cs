using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HomelabPortal.Access.Web;

/// <summary>How much of the machine a stranger, or a tab that was left open, can take.</summary>
internal static class WebLimits
{
    private const int MostBody = 1024 * 1024;

    public static void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = MostBody;
        options.Limits.MaxConcurrentConnections = 4 * OpenConnections.Most;
        // The gate refuses the next one in words; this is for upgrades that do not pass it.
        options.Limits.MaxConcurrentUpgradedConnections = OpenConnections.Most;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        options.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }

    public static void Configure(CircuitOptions options)
    {
        options.DisconnectedCircuitMaxRetained = 50;
        options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
        options.PersistedCircuitInMemoryMaxRetained = 100;
        options.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromMinutes(15);
        options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(15);
        options.MaxBufferedUnacknowledgedRenderBatches = 10;
    }
}
