namespace HomelabPortal.Docker;

/// <summary>One call: its address without the version, and the words that errors about it use.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">Path and query, without a leading slash.</param>
/// <param name="What">Completes "Docker did not …".</param>
internal sealed record DockerCall(HttpMethod Method, string Path, string What)
{
    public DockerOperation Operation { get; init; }

    /// <summary>What to send, if anything.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>What the body is.</summary>
    public string BodyType { get; init; } = "application/json";

    /// <summary>Who the daemon is to say it is at a registry.</summary>
    public RegistryCredentials? Registry { get; init; }

    /// <summary>Whether the connection is to become a stream of both directions.</summary>
    public bool Upgrades { get; init; }

    /// <summary>Limit until the answer is complete, or for a stream until it begins.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
