namespace HomelabPortal.Simulator.Faults;

/// <summary>An answer kept to be sent again.</summary>
internal sealed record RecordedAnswer(int StatusCode, string? ContentType, byte[] Body);
