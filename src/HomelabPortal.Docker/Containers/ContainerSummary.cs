using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>A container in a list. Health and GPU requests are only in <see cref="ContainerDetails"/>.</summary>
public sealed record ContainerSummary
{
    /// <summary>64 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Names as the daemon writes them, with a leading slash.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Image as it was asked for.</summary>
    public string? Image { get; init; }

    /// <summary>Digest of the image.</summary>
    [JsonPropertyName("ImageID")]
    public string? ImageId { get; init; }

    /// <summary>Command line, shortened.</summary>
    public string? Command { get; init; }

    /// <summary>When it was created, in Unix seconds.</summary>
    public long Created { get; init; }

    /// <summary><c>created</c>, <c>running</c>, <c>paused</c>, <c>restarting</c>, <c>removing</c>, <c>exited</c> or <c>dead</c>.</summary>
    public string? State { get; init; }

    /// <summary>State in the daemon's words, such as <c>Up 2 minutes (healthy)</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Ports.</summary>
    public IReadOnlyList<ContainerPort>? Ports { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Mounts.</summary>
    public IReadOnlyList<ContainerMount>? Mounts { get; init; }

    /// <summary>How it is tied to the host.</summary>
    public ContainerSummaryHost? HostConfig { get; init; }

    /// <summary>Networks it is in.</summary>
    public ContainerNetworks? NetworkSettings { get; init; }

    /// <summary>Bytes it has written into its own file system; only in <see cref="DiskUsage"/>.</summary>
    [JsonPropertyName("SizeRw")]
    public long? WrittenBytes { get; init; }

    /// <summary>Its own name: the one that is not a link such as <c>/other/alias</c>.</summary>
    [JsonIgnore]
    public string? Name => Names?.OrderBy(name => name.LastIndexOf('/')).FirstOrDefault()?.TrimStart('/');
}
