namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>A place that takes TCP connections.</summary>
internal sealed record ProbeTarget(string Host, int Port)
{
    /// <summary>Null for anything but "host:port" or "[v6]:port".</summary>
    public static ProbeTarget? Parse(string text) =>
        Uri.TryCreate($"tcp://{text}", UriKind.Absolute, out var address) && address is { Port: > 0, Host.Length: > 0 } && address.PathAndQuery is "" or "/"
            ? new ProbeTarget(address.IdnHost.Trim('[', ']'), address.Port)
            : null;

    public static ProbeTarget Of(Uri server) => new(server.IdnHost.Trim('[', ']'), server.Port);

    public override string ToString() => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
