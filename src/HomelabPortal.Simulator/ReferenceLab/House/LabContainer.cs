namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>One container on a Docker host of the lab.</summary>
internal sealed record LabContainer(string Host, string Name, string Image)
{
    public int? Port { get; init; }
    public bool UsesGpu { get; init; }

    /// <summary>Whether it no longer sees the card, though it runs.</summary>
    public bool HasLostGpu { get; init; }

    public int AgeHours { get; init; } = 150;

    /// <summary>How it ended; null while it runs.</summary>
    public int? ExitCode { get; init; }

    public string? HealthUrl { get; init; }
    public IReadOnlyList<string> Command { get; init; } = ["serve"];
    public IReadOnlyList<string> Environment { get; init; } = [];
    public IReadOnlyList<string> Binds { get; init; } = [];
    /// <summary>Device files of the host that it was given.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>Containers that compose made carry its labels: they belong to somebody else.</summary>
    public string? ComposeProject { get; init; }

    public IEnumerable<(string Key, string Value)> Labels => ComposeProject is null
        ? []
        :
        [
            ("com.docker.compose.project", ComposeProject),
            ("com.docker.compose.service", Name),
            ("com.docker.compose.oneoff", "False"),
            ("com.docker.compose.project.working_dir", "/srv/" + ComposeProject),
        ];
}
