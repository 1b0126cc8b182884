namespace HomelabPortal.Docker;

/// <summary>An error inside an answer that began well.</summary>
internal sealed record PullFault(int? Code, string? Message);
