namespace HomelabPortal.Docker;

/// <summary>A command to run inside a running container. The daemon tells everyone who reads its events the words of the command: put no secret there.</summary>
public sealed record ExecSpec
{
    /// <summary>Command and arguments; no shell is involved.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Further environment as <c>NAME=value</c>.</summary>
    public IReadOnlyList<string>? Environment { get; init; }

    /// <summary>User and group; the container's own when null.</summary>
    public string? User { get; init; }

    /// <summary>Folder; the container's own when null.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Whether it gets a terminal, which merges both streams.</summary>
    public bool Tty { get; init; }
}
