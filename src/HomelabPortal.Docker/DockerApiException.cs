using System.Net;

namespace HomelabPortal.Docker;

/// <summary>The only exception <see cref="DockerClient"/> and <see cref="DockerConnection"/> throw, apart from cancellation and argument checks.</summary>
public sealed class DockerApiException : Exception
{
    /// <summary>Creates the exception; the message must be fit for people.</summary>
    public DockerApiException(DockerErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>What to do about it.</summary>
    public DockerErrorKind Kind { get; }

    /// <summary>The HTTP status as a number, or null when there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The daemon's own words, unchanged, when it gave any.</summary>
    public string? DaemonMessage { get; init; }
}
