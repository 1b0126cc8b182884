namespace HomelabPortal.Docker;

/// <summary>Answer of POST /containers/{id}/exec.</summary>
internal sealed record CreatedExec(string Id);
