namespace HomelabPortal.Docker;

/// <summary>Answer of GET /exec/{id}/json.</summary>
internal sealed record ExecState(bool Running, int? ExitCode);
