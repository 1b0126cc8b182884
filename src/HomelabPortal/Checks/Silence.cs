namespace HomelabPortal.Checks;

/// <summary>Nobody is told about a check until then.</summary>
internal sealed record Silence(string CheckId, DateTimeOffset Until, string By);
