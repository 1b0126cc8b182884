using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>How a container ended.</summary>
/// <param name="ExitCode">Code of its program; 137 when it was killed.</param>
/// <param name="Error">What went wrong while waiting, if anything did.</param>
public sealed record ContainerExit([property: JsonPropertyName("StatusCode")] long ExitCode, WaitError? Error);
