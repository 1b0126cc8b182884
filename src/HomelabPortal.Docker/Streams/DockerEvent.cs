using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>Something that happened on the host.</summary>
public sealed record DockerEvent
{
    /// <summary><c>container</c>, <c>image</c>, <c>network</c> …</summary>
    public string? Type { get; init; }

    /// <summary><c>start</c>, <c>die</c> …; some carry more after a colon, as <c>health_status: healthy</c>.</summary>
    public string? Action { get; init; }

    /// <summary>What it happened to.</summary>
    public EventActor? Actor { get; init; }

    /// <summary>When, in Unix nanoseconds. Give the last one to <see cref="EventOptions.SinceNanoseconds"/> to go on.</summary>
    [JsonPropertyName("timeNano")]
    public long TimeNanoseconds { get; init; }

    /// <summary>When, cut to 100 ns.</summary>
    [JsonIgnore]
    public DateTimeOffset At => DateTimeOffset.UnixEpoch.AddTicks(TimeNanoseconds / TimeSpan.NanosecondsPerTick);
}
