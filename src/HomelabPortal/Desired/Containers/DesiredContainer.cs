using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HomelabPortal.Desired.Containers;

/// <summary>A container that the owner wants on a Docker host.</summary>
public sealed record DesiredContainer
{
    /// <summary>Ten characters, never reused; a label of the container carries it.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the Docker host in the settings. Name and host never change: another place is another container.</summary>
    public required string Host { get; init; }

    public required string Name { get; init; }

    /// <summary>As people write it, for example "ollama/ollama:0.6.2".</summary>
    public required string Image { get; init; }

    /// <summary>The very version of the image, "sha256:…"; null takes what the tag means on the host.</summary>
    public string? Digest { get; init; }

    /// <summary>Empty takes the image's own.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>Empty takes the image's own.</summary>
    public ImmutableArray<string> Entrypoint { get; init; } = [];

    public ImmutableArray<ContainerVariable> Variables { get; init; } = [];

    public ImmutableArray<PublishedPort> Ports { get; init; } = [];

    public ImmutableArray<ContainerVolume> Volumes { get; init; } = [];

    /// <summary>Device files of the host, such as /dev/dri/renderD128.</summary>
    public ImmutableArray<string> Devices { get; init; } = [];

    /// <summary>Null asks for no GPU.</summary>
    public GpuRequest? Gpu { get; init; }

    /// <summary>Size of /dev/shm; null leaves Docker's 64 MiB.</summary>
    public int? SharedMemoryMiB { get; init; }

    public int? MemoryMiB { get; init; }

    public decimal? Processors { get; init; }

    /// <summary>Null leaves the image's own check, if it has one.</summary>
    public HealthProbe? Health { get; init; }

    public RestartRule Restart { get; init; } = RestartRule.UnlessStopped;

    /// <summary>A network that exists on the host; null is Docker's own.</summary>
    public string? Network { get; init; }

    /// <summary>Networks of the host that it joins besides.</summary>
    public ImmutableArray<string> FurtherNetworks { get; init; } = [];

    /// <summary>User and group that it runs as, for example "1000:1000"; null leaves the image's own.</summary>
    public string? User { get; init; }

    /// <summary>How long its program may take to end before it is killed; null leaves the image's own, usually ten seconds.</summary>
    public int? StopSeconds { get; init; }

    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How it shares the GPU with others; null claims nothing.</summary>
    public GpuLease? Lease { get; init; }

    /// <summary>True keeps it there without running it.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Somebody said "start anyway": the lease does not hold it back.</summary>
    public bool IgnoresLease { get; init; }

    /// <summary>Stop it when its GPU has shown no work for so many minutes; null lets it run.</summary>
    public int? IdleStopMinutes { get; init; }

    /// <summary>It was stopped by that, after so many minutes; null when somebody stopped it, and while it is to run.</summary>
    public int? StoppedIdleMinutes { get; init; }

    /// <summary>Counts how often somebody asked to make it anew as it is, for example after a failed start.</summary>
    public int Attempt { get; init; }

    /// <summary>The Docker id of a container by this name that stood there before and is to be replaced; null otherwise.</summary>
    public string? AdoptedId { get; init; }

    /// <summary>An admin let it reach further into its host than the rules allow.</summary>
    public bool IsUnsafe { get; init; }

    /// <summary>What of its host it reaches beyond the rules; only together with <see cref="IsUnsafe"/>.</summary>
    public HostReach Reach { get; init; } = new();

    /// <summary>What is done about new versions of its image.</summary>
    public UpdateRule Updates { get; init; } = new();

    /// <summary>Versions that somebody went back from; the schedule leaves them alone.</summary>
    public ImmutableArray<string> LeftDigests { get; init; } = [];

    /// <summary>What is done when somebody changes it by hand.</summary>
    public DriftRule OnDrift { get; init; }

    /// <summary>The host's name and its own, which tell it from every other.</summary>
    [JsonIgnore]
    public string Place => $"{Host}/{Name}";

    /// <summary>Lists compare by reference; two containers that say the same are the same.</summary>
    public bool Equals(DesiredContainer? other) => other is not null && Id == other.Id && DesiredJson.Write(this) == DesiredJson.Write(other);

    public override int GetHashCode() => HashCode.Combine(Id, Host, Name, Image);
}
